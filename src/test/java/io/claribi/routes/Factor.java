package io.claribi.routes;

import io.claribi.testing.Api.Answer;
import io.claribi.testing.Authenticator;
import io.claribi.testing.Tenant;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A tenant's second factor, enrolled when it is first needed. */
final class Factor {
    private final Tenant tenant;
    private final Deque<String> backupCodes = new ArrayDeque<>();
    private @Nullable Authenticator app;

    Factor(Tenant tenant) {
        this.tenant = tenant;
    }

    /** A code that finishes what was begun; any, if all is finished. */
    String firstCode() {
        if (app == null) {
            Answer setup = tenant.api().post("/me/mfa/totp", "{\"password\":\"%s\"}".formatted(Tenant.PASSWORD));
            app = new Authenticator(setup.expect(200).json().path("secret").asString(), Clock.systemUTC());
        }
        return app.code();
    }

    /** A code that is good now. */
    String code() {
        if (backupCodes.isEmpty()) {
            tenant.api()
                    .post("/me/mfa/totp/confirm", "{\"code\":\"%s\"}".formatted(firstCode()))
                    .expect(200)
                    .json()
                    .path("backupCodes")
                    .valueStream()
                    .map(JsonNode::asString)
                    .forEach(backupCodes::add);
        }
        return backupCodes.remove();
    }

    /** The token of a log-in that waits for a code. */
    String mfaToken() {
        code();
        return tenant.api()
                .post("/auth/login", """
                        {"email":"%s","password":"%s"}
                        """.formatted(tenant.email(), Tenant.PASSWORD))
                .expect(200)
                .json()
                .path("mfaToken")
                .asString();
    }
}
