/** What identity says by mail, and what comes back: proofs that an address is somebody's, and notices. */
@NullMarked
package io.claribi.identity.mail;

import org.jspecify.annotations.NullMarked;
