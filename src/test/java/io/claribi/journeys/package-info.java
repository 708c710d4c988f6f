/**
 * What people do, done in a real browser against the real server. A test takes {@link Visitors}, lets somebody arrive,
 * and reads like what that person would tell: see {@link Person} and {@link Tab}.
 */
@NullMarked
package io.claribi.journeys;

import org.jspecify.annotations.NullMarked;
