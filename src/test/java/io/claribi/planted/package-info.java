/** Design invariant 14 over the whole suite: what tests use as secrets shows up nowhere else. */
@NullMarked
package io.claribi.planted;

import org.jspecify.annotations.NullMarked;
