package io.claribi.access.web;

import io.claribi.access.keys.ApiKeyDraft;
import io.claribi.access.keys.ApiKeyId;
import io.claribi.access.keys.ApiKeys;
import io.claribi.access.keys.ApiKeys.NewApiKey;
import io.claribi.http.InSession;
import io.claribi.http.PageRequest;
import io.claribi.http.Requires;
import io.claribi.identity.StepUp;
import io.claribi.kernel.Caller;
import io.claribi.kernel.Page;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Keys for programs. Making one wants a fresh proof of who one is; getting rid of one never does. */
@RestController
@RequestMapping("/api/v1/api-keys")
class ApiKeyController {
    private static final String BY_PEOPLE = "a leaked key must not make another, nor take away those of others";

    private final ApiKeys keys;
    private final StepUp stepUp;

    ApiKeyController(ApiKeys keys, StepUp stepUp) {
        this.keys = keys;
        this.stepUp = stepUp;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Requires
    @InSession(BY_PEOPLE)
    ResponseEntity<ApiKeyView> create(Caller caller, @Valid @RequestBody ApiKeyRequest request) {
        stepUp.require(caller);
        NewApiKey made = keys.create(caller, request.draft());
        return ResponseEntity.created(
                        URI.create("/api/v1/api-keys/" + made.key().id().value()))
                .body(ApiKeyView.of(made));
    }

    @GetMapping
    @Requires
    @InSession(BY_PEOPLE)
    Page<ApiKeyView> list(Caller caller, PageRequest page) {
        return keys.list(caller, page.after(), page.size()).map(ApiKeyView::of);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Requires
    @InSession(BY_PEOPLE)
    void revoke(Caller caller, @PathVariable ApiKeyId id) {
        keys.revoke(caller, id);
    }

    /**
     * @param expiresInDays or {@code expiresAt}, or neither: then it never expires
     * @param scopes names of permissions; absent, all of the caller's role
     */
    record ApiKeyRequest(
            String name,
            @Nullable String description,
            @Nullable Integer expiresInDays,
            @Nullable Instant expiresAt,
            @Size(max = 100) @Nullable List<String> scopes) {
        ApiKeyDraft draft() {
            return new ApiKeyDraft(name, description, expiresInDays, expiresAt, scopes);
        }
    }
}
