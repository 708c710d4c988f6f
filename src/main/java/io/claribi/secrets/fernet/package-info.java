/** Fernet, the token format that everything at rest is sealed in, to the letter of its specification. */
@NullMarked
package io.claribi.secrets.fernet;

import org.jspecify.annotations.NullMarked;
