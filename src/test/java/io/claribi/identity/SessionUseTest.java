package io.claribi.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.claribi.testing.Api.Answer;
import io.claribi.testing.Api.Call;
import io.claribi.testing.FakeClock;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What counts as using a session, for somebody who chose to be logged out after a quarter of an hour. */
@TimedServerTest
class SessionUseTest {
    private final FakeClock clock;
    private final People ann;

    private People.Tokens tokens;

    SessionUseTest(FakeClock clock, @LocalServerPort int port) {
        this.clock = clock;
        ann = People.register(port);
        tokens = ann.tokens();
    }

    @BeforeEach
    void choose() {
        ann.as(tokens).patch("/me", "{\"idleTimeoutMinutes\":15}").expect(200);
    }

    @Test
    void isAnythingThatOneAsksFor() {
        for (int i = 0; i < 4; i++) {
            clock.advance(Duration.ofMinutes(12));
            refresh(Map.of()).expect(200);
            clock.advance(Duration.ofMinutes(4));
            ann.as(tokens).get("/me").expect(200);
        }
    }

    @Test
    void isNotWhatAnOpenPageAsksForByItself() {
        clock.advance(Duration.ofMinutes(5));
        unattended();
        clock.advance(Duration.ofMinutes(5));
        unattended();
        clock.advance(Duration.ofMinutes(5));

        assertThat(refresh(Map.of("Claribi-Unattended", "?1")).status()).isEqualTo(401);
        assertThat(ann.as(tokens).get("/me").code()).isEqualTo("SESSION_ENDED");
    }

    @Test
    void actsOnAccessTokensAsOnRefreshTokens() {
        clock.advance(Duration.ofMinutes(12));
        refresh(Map.of("Claribi-Unattended", "?1")).expect(200);

        clock.advance(Duration.ofMinutes(3));

        assertThat(ann.as(tokens).get("/me").code()).isEqualTo("SESSION_ENDED");
    }

    private void unattended() {
        refresh(Map.of("Claribi-Unattended", "?1")).expect(200);
        ann.as(tokens)
                .send(new Call("GET", "/me", Map.of("Claribi-Unattended", "?1"), BodyPublishers.noBody()))
                .expect(200);
    }

    private Answer refresh(Map<String, String> headers) {
        Call call = Call.json("POST", "/auth/refresh", """
                {"refreshToken":"%s"}
                """.formatted(tokens.refreshToken()));
        for (var header : headers.entrySet()) {
            call = call.with(header.getKey(), header.getValue());
        }
        Answer answer = ann.anonymous().send(call);
        if (answer.status() == 200) {
            tokens = People.Tokens.of(answer);
        }
        return answer;
    }
}
