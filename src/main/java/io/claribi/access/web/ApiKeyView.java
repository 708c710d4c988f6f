package io.claribi.access.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.claribi.access.keys.ApiKey;
import io.claribi.access.keys.ApiKeys.NewApiKey;
import io.claribi.identity.Account;
import io.claribi.kernel.Permission;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A key as people see it.
 *
 * @param prefix how it begins
 * @param key the key itself, in the answer to its making and never again
 * @param scopes the permissions that it is narrowed to; absent if it may all that its creator may
 * @param createdBy whose role it acts with
 * @param expiresAt absent if it never does
 * @param lastUsedAt to within seconds; absent if it never was
 * @param useCount how many requests came with it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ApiKeyView(
        UUID id,
        String name,
        String description,
        String prefix,
        @Nullable String key,
        @Nullable List<String> scopes,
        CreatorView createdBy,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant lastUsedAt,
        long useCount) {

    static ApiKeyView of(ApiKey key) {
        return of(key, null);
    }

    static ApiKeyView of(NewApiKey made) {
        return of(made.key(), made.text().<String>use(text -> text));
    }

    private static ApiKeyView of(ApiKey key, @Nullable String text) {
        return new ApiKeyView(
                key.id().value(),
                key.name(),
                key.description(),
                key.prefix(),
                text,
                names(key.scopes()),
                CreatorView.of(key.creator()),
                key.createdAt(),
                key.expiresAt(),
                key.use().lastAt(),
                key.use().requests());
    }

    static @Nullable List<String> names(@Nullable Set<Permission> scopes) {
        return scopes == null
                ? null
                : scopes.stream().sorted().map(Permission::wireName).toList();
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CreatorView(
            UUID id,
            String email,
            @Nullable String firstName,
            @Nullable String lastName) {
        static CreatorView of(Account account) {
            return new CreatorView(
                    account.id().value(), account.email().value(), account.firstName(), account.lastName());
        }
    }
}
