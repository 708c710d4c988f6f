package io.claribi.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claribi.identity.ForgedTokens.Forged;
import io.claribi.kernel.AppException;
import io.claribi.secrets.Secret;
import io.claribi.testing.Api.Answer;
import io.claribi.testing.Api.Call;
import io.claribi.testing.ServerTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What attackers send, against the verifier and against the whole server, in the name of a session that lives. */
@ServerTest
class ForgedTokensTest {
    private final TokenVerifier verifier;
    private final SigningKeys keys;
    private final LiveSessions sessions;
    private final int port;

    ForgedTokensTest(TokenVerifier verifier, SigningKeys keys, LiveSessions sessions, @LocalServerPort int port) {
        this.verifier = verifier;
        this.keys = keys;
        this.sessions = sessions;
        this.port = port;
    }

    @TestFactory
    Stream<DynamicTest> areRefusedByTheVerifier() throws Exception {
        return forged(People.register(port))
                .all()
                .map(one -> DynamicTest.dynamicTest(
                        one.name(),
                        () -> assertThatThrownBy(() -> verifier.verify(Secret.of(one.token())))
                                .isInstanceOfSatisfying(
                                        AppException.class,
                                        refusal -> assertThat(refusal.code()).isEqualTo(one.code()))));
    }

    @TestFactory
    Stream<DynamicTest> areRefusedByTheServerOnEveryKindOfRoute() throws Exception {
        People ann = People.register(port);
        return forged(ann)
                .all()
                .filter(one -> one.token().length() < 7_000)
                .map(one -> DynamicTest.dynamicTest(one.name(), () -> {
                    assertRefused(one, ann.anonymous().send(call("GET", "/me", one.token())));
                    // One that was good once is as none; a forged one ends the request even here.
                    if (one.code() == IdentityError.TOKEN_INVALID) {
                        assertRefused(one, ann.anonymous().send(call("POST", "/auth/logout", one.token())));
                    }
                }));
    }

    /**
     * ECDSA signatures come in twins, and ours are not bound to the lower one: nothing here depends on the bytes of a
     * signature, since it is the session that is revoked, not a token.
     */
    @Test
    void leaveTheTwinOfAGoodSignatureWhatItIs() throws Exception {
        People ann = People.register(port);
        String twin = forged(ann).twin();

        ann.anonymous().as(twin).get("/me").expect(200);
        ann.anonymous().as(twin).post("/auth/logout", "").expect(204);

        assertThat(ann.anonymous().as(twin).get("/me").code()).isEqualTo("SESSION_ENDED");
        assertThat(ann.session().get("/me").code()).isEqualTo("SESSION_ENDED");
    }

    private ForgedTokens forged(People somebody) throws Exception {
        String token = somebody.registration().json().path("accessToken").asString();
        TokenVerifier.Claims claims = verifier.verify(Secret.of(token));
        return new ForgedTokens(keys.signing(), sessions.get(claims.session()));
    }

    private static void assertRefused(Forged one, Answer answer) {
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo(one.code().name());
        assertThat(answer.headers().firstValue("WWW-Authenticate"))
                .hasValue("Bearer realm=\"clariBI\", error=\"invalid_token\"");
    }

    private static Call call(String method, String path, String token) {
        return new Call(method, path, Map.of("Authorization", "Bearer " + token), BodyPublishers.noBody());
    }
}
