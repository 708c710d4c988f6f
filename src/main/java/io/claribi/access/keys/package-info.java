/** Keys by which programs act for a member, within what the member may do. */
@NamedInterface("keys")
@NullMarked
package io.claribi.access.keys;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
