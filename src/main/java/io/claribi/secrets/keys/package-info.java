/** The platform keys, and the secrets managers that they come from. */
@NullMarked
package io.claribi.secrets.keys;

import org.jspecify.annotations.NullMarked;
