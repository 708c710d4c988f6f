package io.claribi.identity;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An account as its owner sees it over HTTP.
 *
 * @param pendingEmail the address that it gets once that is confirmed
 */
public record AccountView(
        UUID id,
        String email,
        @Nullable String firstName,
        @Nullable String lastName,
        boolean emailVerified,
        @Nullable String pendingEmail) {
    public static AccountView of(Account account) {
        return of(account, Optional.empty());
    }

    public static AccountView of(Account account, Optional<EmailAddress> pendingEmail) {
        return new AccountView(
                account.id().value(),
                account.email().value(),
                account.firstName(),
                account.lastName(),
                account.emailVerified(),
                pendingEmail.map(EmailAddress::value).orElse(null));
    }
}
