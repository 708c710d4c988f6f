/** Judges where requests may go, and holds the client to it. */
@NullMarked
package io.claribi.egress.guard;

import org.jspecify.annotations.NullMarked;
