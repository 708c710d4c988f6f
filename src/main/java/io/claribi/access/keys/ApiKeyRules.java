package io.claribi.access.keys;

import static io.claribi.http.HttpError.INVALID_INPUT;

import io.claribi.identity.Names;
import io.claribi.kernel.AppException;
import io.claribi.kernel.FieldError;
import io.claribi.kernel.Grants;
import io.claribi.kernel.Permission;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a key may be: no more than whoever makes it holds. */
final class ApiKeyRules {
    private static final int MOST_DESCRIPTION = 500;
    private static final int MOST_DAYS = 3650;

    private final Grants held;
    private final Instant now;
    private final List<FieldError> errors = new ArrayList<>();

    private ApiKeyRules(Grants held, Instant now) {
        this.held = held;
        this.now = now;
    }

    /**
     * What the draft asks for.
     *
     * @param held by whoever makes it
     * @throws AppException INVALID_INPUT with everything that is wrong
     */
    static Terms read(ApiKeyDraft draft, Grants held, Instant now) {
        var rules = new ApiKeyRules(held, now);
        var terms = new Terms(
                Names.required("name", draft.name(), rules.errors),
                rules.description(draft.description()),
                rules.expiry(draft),
                rules.scopes(draft.scopes()));
        if (!rules.errors.isEmpty()) {
            throw new AppException(INVALID_INPUT, "The key can't be like this.", rules.errors);
        }
        return terms;
    }

    private String description(@Nullable String text) {
        String description = text == null ? "" : text.strip();
        if (description.length() > MOST_DESCRIPTION) {
            wrong("description", "must have at most %d characters".formatted(MOST_DESCRIPTION));
        }
        return description;
    }

    private @Nullable Instant expiry(ApiKeyDraft draft) {
        Integer days = draft.expiresInDays();
        if (days == null) {
            return expiry(draft.expiresAt());
        }
        if (draft.expiresAt() != null) {
            wrong("expiresAt", "must be absent where expiresInDays is given");
        }
        if (days < 1 || days > MOST_DAYS) {
            wrong(
                    "expiresInDays",
                    "must be from 1 to %,d; leave it out for a key that never expires".formatted(MOST_DAYS));
            return null;
        }
        return now.plus(Duration.ofDays(days));
    }

    private @Nullable Instant expiry(@Nullable Instant time) {
        if (time != null && !(time.isAfter(now) && time.isBefore(now.plus(Duration.ofDays(MOST_DAYS + 1))))) {
            wrong("expiresAt", "must be in the future, within %,d days".formatted(MOST_DAYS));
        }
        return time;
    }

    private @Nullable Set<Permission> scopes(@Nullable List<String> names) {
        if (names == null) {
            return null;
        }
        if (names.isEmpty()) {
            wrong("scopes", "must name a permission; leave it out for all that your role may");
        }
        var scopes = EnumSet.noneOf(Permission.class);
        for (int index = 0; index < names.size(); index++) {
            String field = "scopes[%d]".formatted(index);
            Optional<Permission> permission = Permission.find(names.get(index));
            if (permission.isEmpty()) {
                wrong(field, "is not the name of a permission");
            } else if (!held.include(permission.get())) {
                wrong(
                        field,
                        "can't be %s: you don't hold it yourself"
                                .formatted(permission.get().wireName()));
            }
            permission.ifPresent(scopes::add);
        }
        return scopes;
    }

    private void wrong(String field, String message) {
        errors.add(new FieldError(field, message));
    }

    /** What became of a draft. */
    record Terms(
            String name,
            String description,
            @Nullable Instant expiresAt,
            @Nullable Set<Permission> scopes) {}
}
