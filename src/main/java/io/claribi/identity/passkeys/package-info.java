/** Passkeys (WebAuthn): a second factor, and a log-in without a password. */
@NullMarked
package io.claribi.identity.passkeys;

import org.jspecify.annotations.NullMarked;
