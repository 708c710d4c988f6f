/** Whose an organization is: the transfer to another Owner, and its deletion by the one it has. */
@NullMarked
package io.claribi.access.ownership;

import org.jspecify.annotations.NullMarked;
