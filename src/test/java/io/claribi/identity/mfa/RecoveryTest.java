package io.claribi.identity.mfa;

import static org.assertj.core.api.Assertions.assertThat;

import io.claribi.identity.TimedServerTest;
import io.claribi.testing.Api;
import io.claribi.testing.Api.Answer;
import io.claribi.testing.FakeClock;
import io.claribi.testing.Inbox;
import io.claribi.testing.Outbox;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@TimedServerTest
class RecoveryTest {
    private final FakeClock clock;
    private final int port;

    RecoveryTest(FakeClock clock, @LocalServerPort int port) {
        this.clock = clock;
        this.port = port;
    }

    @Test
    void leavesTheSecondFactorAsItIs() {
        Member ann = Member.register(port, clock);
        ann.enrol();
        String email = ann.tenant().email();
        Api anonymous = Api.anonymous(port);
        anonymous
                .post("/auth/password/forgot", Member.json(Map.of("email", email)))
                .expect(202);
        String token = Inbox.token(Outbox.ofAllServers().await(email, "Reset your password"));

        anonymous
                .post("/auth/password/reset", Member.json(Map.of("token", token, "password", "a new long password")))
                .expect(204);

        Answer logIn =
                anonymous.post("/auth/login", Member.json(Map.of("email", email, "password", "a new long password")));
        assertThat(logIn.json().path("mfaRequired").asBoolean()).isTrue();
        assertThat(logIn.json().has("accessToken")).isFalse();
    }
}
