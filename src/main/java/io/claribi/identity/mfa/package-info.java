/** Codes as a second factor: authenticator apps, and backup codes for when one is lost. */
@NullMarked
package io.claribi.identity.mfa;

import org.jspecify.annotations.NullMarked;
