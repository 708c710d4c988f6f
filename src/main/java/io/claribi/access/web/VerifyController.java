package io.claribi.access.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.claribi.access.keys.ApiKey;
import io.claribi.access.keys.ApiKeys;
import io.claribi.http.Requires;
import io.claribi.identity.AccountView;
import io.claribi.identity.Accounts;
import io.claribi.identity.OrganizationView;
import io.claribi.kernel.Caller;
import io.claribi.kernel.Permission;
import io.claribi.tenancy.Organizations;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells a program whose token or key it holds, and what that may do. */
@RestController
class VerifyController {
    private final Accounts accounts;
    private final Organizations organizations;
    private final ApiKeys keys;

    VerifyController(Accounts accounts, Organizations organizations, ApiKeys keys) {
        this.accounts = accounts;
        this.organizations = organizations;
        this.keys = keys;
    }

    @GetMapping("/api/v1/auth/verify")
    @Requires
    VerifyView get(Caller caller) {
        UsedKeyView key = keys.find(caller).map(UsedKeyView::of).orElse(null);
        return new VerifyView(
                key == null ? Method.SESSION : Method.API_KEY,
                AccountView.of(accounts.get(caller.account())),
                OrganizationView.of(organizations.get()),
                caller.role(),
                caller.permissions().stream().sorted().map(Permission::wireName).toList(),
                key);
    }

    /**
     * @param account for whom one acts
     * @param permissions what one may do now: of a key, what its creator's role and its scopes have in common
     * @param apiKey absent of a session
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record VerifyView(
            Method method,
            AccountView account,
            OrganizationView organization,
            String role,
            List<String> permissions,
            @Nullable UsedKeyView apiKey) {}

    /** What one came with. */
    enum Method {
        @JsonProperty("session")
        SESSION,
        @JsonProperty("api_key")
        API_KEY
    }

    /**
     * @param scopes absent if it may all that its creator may
     * @param expiresAt absent if it never does
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record UsedKeyView(
            UUID id,
            String name,
            String prefix,
            @Nullable List<String> scopes,
            @Nullable Instant expiresAt) {
        static UsedKeyView of(ApiKey key) {
            return new UsedKeyView(
                    key.id().value(), key.name(), key.prefix(), ApiKeyView.names(key.scopes()), key.expiresAt());
        }
    }
}
