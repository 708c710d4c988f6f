/** What an organization is called, and to which ones somebody belongs. */
@NullMarked
package io.claribi.access.organizations;

import org.jspecify.annotations.NullMarked;
