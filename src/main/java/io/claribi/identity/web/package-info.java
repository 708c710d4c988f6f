/** Registering, logging in, refreshing and logging out over HTTP. */
@NullMarked
package io.claribi.identity.web;

import org.jspecify.annotations.NullMarked;
