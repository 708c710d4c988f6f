package io.claribi.identity.mfa;

import static java.util.stream.Collectors.joining;

import io.claribi.testing.Api;
import io.claribi.testing.Api.Answer;
import io.claribi.testing.Api.Call;
import io.claribi.testing.Authenticator;
import io.claribi.testing.FakeClock;
import io.claribi.testing.Tenant;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Somebody with an authenticator app, over HTTP. */
final class Member {
    private final Tenant tenant;
    private final FakeClock clock;
    private final Api anonymous;
    private @Nullable Authenticator app;

    private Member(Tenant tenant, FakeClock clock, Api anonymous) {
        this.tenant = tenant;
        this.clock = clock;
        this.anonymous = anonymous;
    }

    static Member register(int port, FakeClock clock) {
        return new Member(Tenant.register(port), clock, Api.anonymous(port));
    }

    Tenant tenant() {
        return tenant;
    }

    /** In the session that registering began. */
    Api api() {
        return tenant.api();
    }

    /** Scans the QR code. */
    JsonNode beginEnrolment() {
        JsonNode setup = begin(Tenant.PASSWORD).expect(200).json();
        app = new Authenticator(setup.path("secret").asString(), clock);
        return setup;
    }

    Answer begin(String password) {
        return api().post("/me/mfa/totp", json(Map.of("password", password)));
    }

    Answer confirm(String code) {
        return api().post("/me/mfa/totp/confirm", json(Map.of("code", code)));
    }

    /** The backup codes. */
    List<String> enrol() {
        beginEnrolment();
        return codes(confirm(code()).expect(200));
    }

    static List<String> codes(Answer answer) {
        return answer.json()
                .path("backupCodes")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    /** What the app shows at this moment. */
    String code() {
        return app().code();
    }

    /** What the app shows so much later. */
    String code(Duration later) {
        return app().code(later);
    }

    /** What it shows once it shows another one. */
    String nextCode() {
        clock.advance(Authenticator.STEP);
        return code();
    }

    String wrongCode() {
        return app().wrongCode();
    }

    private Authenticator app() {
        if (app == null) {
            throw new AssertionError("The app is not set up");
        }
        return app;
    }

    Answer logIn() {
        return anonymous.post("/auth/login", credentials());
    }

    /** The token of a log-in whose password was right. */
    String mfaToken() {
        return logIn().expect(200).json().path("mfaToken").asString();
    }

    Answer logIn(String mfaToken, String code) {
        return anonymous.post("/auth/mfa", json(Map.of("mfaToken", mfaToken, "code", code, "refreshTokenIn", "body")));
    }

    Answer send(String path, String body, Map<String, String> headers) {
        Call call = Call.json("POST", path, body);
        for (var header : headers.entrySet()) {
            call = call.with(header.getKey(), header.getValue());
        }
        return anonymous.send(call);
    }

    Api as(Answer loggedIn) {
        return anonymous.as(loggedIn.json().path("accessToken").asString());
    }

    String credentials() {
        return json(Map.of("email", tenant.email(), "password", Tenant.PASSWORD));
    }

    static String json(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> "\"%s\":\"%s\"".formatted(field.getKey(), field.getValue()))
                .collect(joining(",", "{", "}"));
    }
}
