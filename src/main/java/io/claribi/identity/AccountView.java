package io.claribi.identity;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An account as its owner sees it over HTTP. */
public record AccountView(
        UUID id,
        String email,
        @Nullable String firstName,
        @Nullable String lastName) {
    public static AccountView of(Account account) {
        return new AccountView(account.id().value(), account.email().value(), account.firstName(), account.lastName());
    }
}
