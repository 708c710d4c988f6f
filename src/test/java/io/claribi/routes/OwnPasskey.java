package io.claribi.routes;

import io.claribi.testing.SoftAuthenticator;
import io.claribi.testing.Tenant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A tenant's passkey, added when it is first needed. */
final class OwnPasskey {
    private final Tenant tenant;
    private final SoftAuthenticator authenticator;
    private @Nullable String id;

    OwnPasskey(Tenant tenant) {
        this.tenant = tenant;
        this.authenticator = new SoftAuthenticator(tenant.api().port());
    }

    /** One that was never added. */
    static OwnPasskey missing(Tenant tenant) {
        var none = new OwnPasskey(tenant);
        none.id = UUID.randomUUID().toString();
        return none;
    }

    /** What an authenticator makes of the server's options. */
    String made() {
        return authenticator.create(
                tenant.api().post("/me/passkeys/options", "").expect(200).json());
    }

    String id() {
        if (id == null) {
            id = tenant.api()
                    .post("/me/passkeys", "{\"name\":\"Key\",\"credential\":%s}".formatted(made()))
                    .expect(201)
                    .json()
                    .path("id")
                    .asString();
        }
        return id;
    }

    Optional<String> knownId() {
        return Optional.ofNullable(id);
    }

    /** What it answers at log-in. */
    String proof() {
        id();
        return authenticator.get(
                tenant.api().post("/auth/passkey/options", "{}").expect(200).json());
    }
}
