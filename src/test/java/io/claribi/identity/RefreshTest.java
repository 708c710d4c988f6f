package io.claribi.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.claribi.testing.Api.Answer;
import io.claribi.testing.ServerTest;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServerTest
class RefreshTest {
    private final int port;

    RefreshTest(@LocalServerPort int port) {
        this.port = port;
    }

    @Test
    void givesANewPairForARefreshToken() {
        People ann = People.register(port);
        People.Tokens first = ann.tokens();

        People.Tokens second =
                People.Tokens.of(ann.refresh(first.refreshToken()).expect(200));

        assertThat(second.refreshToken()).isNotEqualTo(first.refreshToken());
        ann.as(second).get("/me").expect(200);
        ann.as(first).get("/me").expect(200);
    }

    @Test
    void continuesByTheCookieAndSetsTheNext() {
        People ann = People.register(port);
        String token = ann.tokens().refreshToken();

        Answer answer =
                ann.anonymous().send(People.withCookie("/auth/refresh", token)).expect(200);

        assertThat(answer.json().has("refreshToken")).isFalse();
        assertThat(People.cookie(answer)).startsWith("__Host-claribi-refresh=").doesNotContain(token);
    }

    @Test
    void answersTwoTabsAtOnceWithTheSameSuccessor() throws Exception {
        People ann = People.register(port);
        String token = ann.tokens().refreshToken();

        List<String> successors =
                atOnce(8, () -> People.Tokens.of(ann.refresh(token).expect(200)).refreshToken());

        assertThat(successors).hasSize(8).containsOnly(successors.getFirst());
        ann.refresh(successors.getFirst()).expect(200);
    }

    @Test
    void endsTheSessionWhenATokenComesBackAfterItsSuccessorWasUsed() {
        People ann = People.register(port);
        People.Tokens stolen = ann.tokens();
        People.Tokens next = People.Tokens.of(ann.refresh(stolen.refreshToken()).expect(200));
        People.Tokens latest = People.Tokens.of(ann.refresh(next.refreshToken()).expect(200));

        Answer replay = ann.refresh(stolen.refreshToken());

        assertThat(replay.status()).isEqualTo(401);
        assertThat(replay.code()).isEqualTo("SESSION_ENDED");
        assertThat(ann.refresh(latest.refreshToken()).status()).isEqualTo(401);
        assertThat(ann.as(latest).get("/me").code()).isEqualTo("SESSION_ENDED");
    }

    @Test
    void leavesOtherSessionsAloneWhenOneWasStolen() {
        People ann = People.register(port);
        People.Tokens other = ann.tokens();
        People.Tokens stolen = ann.tokens();
        People.Tokens next = People.Tokens.of(ann.refresh(stolen.refreshToken()).expect(200));
        ann.refresh(next.refreshToken()).expect(200);

        ann.refresh(stolen.refreshToken()).expect(401);

        ann.as(other).get("/me").expect(200);
        ann.refresh(other.refreshToken()).expect(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAB"
            })
    void refusesWhatIsNoRefreshTokenAndClearsTheCookie(String token) {
        People ann = People.register(port);

        Answer answer = ann.anonymous().send(People.withCookie("/auth/refresh", token));

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo("SESSION_ENDED");
        assertThat(People.cookie(answer)).contains("Max-Age=0");
    }

    private static <T> List<T> atOnce(int times, Callable<T> work) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> running =
                    threads.invokeAll(Stream.generate(() -> work).limit(times).collect(Collectors.toList()));
            return running.stream().map(Future::resultNow).toList();
        }
    }
}
