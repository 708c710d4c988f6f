/** The rules of the house, as tests that fail a build. */
@NullMarked
package io.claribi.architecture;

import org.jspecify.annotations.NullMarked;
