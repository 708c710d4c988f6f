/** What roles are, those that all organizations have and an organization's own, and who may give which. */
@NullMarked
package io.claribi.access.roles;

import org.jspecify.annotations.NullMarked;
