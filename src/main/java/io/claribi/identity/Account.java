package io.claribi.identity;

import io.claribi.kernel.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * A person, whatever organizations they belong to.
 *
 * @param emailVerified whether they have shown that they read its mail
 */
public record Account(
        AccountId id,
        EmailAddress email,
        @Nullable String firstName,
        @Nullable String lastName,
        boolean emailVerified) {}
