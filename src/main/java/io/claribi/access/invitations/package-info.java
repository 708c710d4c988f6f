/** How somebody comes to be a member: the invitation, its mail and link, its place, and its acceptance. */
@NullMarked
package io.claribi.access.invitations;

import org.jspecify.annotations.NullMarked;
