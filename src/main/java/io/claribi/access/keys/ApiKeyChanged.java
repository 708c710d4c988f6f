package io.claribi.access.keys;

import io.claribi.kernel.AuditableEvent;
import io.claribi.kernel.Permission;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What happens to keys. */
sealed interface ApiKeyChanged extends AuditableEvent {

    ApiKey key();

    @Override
    default AuditTarget auditTarget() {
        return new AuditTarget("api_key", key().id().value(), key().name());
    }

    record ApiKeyCreated(ApiKey key) implements ApiKeyChanged {
        @Override
        public String auditType() {
            return "api_key.created";
        }

        @Override
        public Map<String, String> auditDetails() {
            return Map.of(
                    "prefix", key.prefix(),
                    "scopes", text(key.scopes()),
                    "expiresAt",
                            key.expiresAt() == null ? "never" : key.expiresAt().toString());
        }

        private static String text(@Nullable Set<Permission> scopes) {
            return scopes == null
                    ? "all of the role"
                    : scopes.stream().sorted().map(Permission::wireName).collect(Collectors.joining(", "));
        }
    }

    /** @param membershipEnded whether it went with its creator, rather than by somebody's wish */
    record ApiKeyRevoked(ApiKey key, boolean membershipEnded) implements ApiKeyChanged {
        @Override
        public String auditType() {
            return "api_key.revoked";
        }

        @Override
        public Map<String, String> auditDetails() {
            return Map.of(
                    "prefix", key.prefix(),
                    "creator", key.creator().email().value(),
                    "reason", membershipEnded ? "membership_ended" : "revoked");
        }
    }
}
