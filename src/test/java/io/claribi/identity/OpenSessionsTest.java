package io.claribi.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.claribi.testing.Api;
import io.claribi.testing.Api.Answer;
import io.claribi.testing.Api.Call;
import io.claribi.testing.ServerTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@ServerTest
class OpenSessionsTest {
    private static final String FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:131.0) Gecko/20100101 Firefox/131.0";

    private final int port;
    private final SessionRows rows;

    OpenSessionsTest(@LocalServerPort int port, SessionRows rows) {
        this.port = port;
        this.rows = rows;
    }

    @Test
    void areListedWithWhereTheyWereBegun() {
        People ann = People.register(port);
        Api session = ann.anonymous()
                .as(People.Tokens.of(ann.anonymous()
                                .send(Call.json("POST", "/auth/login", """
                        {"email":"%s","password":"%s"}
                        """.formatted(ann.email(), People.PASSWORD))
                                        .with("User-Agent", FIREFOX))
                                .expect(200))
                        .access());

        List<JsonNode> listed = list(session);

        assertThat(listed).hasSize(2);
        JsonNode own = listed.getFirst();
        assertThat(own.path("current").asBoolean()).isTrue();
        assertThat(own.at("/device/browser").asString()).isEqualTo("Firefox 131");
        assertThat(own.at("/device/system").asString()).isEqualTo("Linux");
        assertThat(own.at("/device/kind").asString()).isEqualTo("desktop");
        assertThat(own.path("userAgent").asString()).isEqualTo(FIREFOX);
        assertThat(own.path("ip").asString()).isIn("127.0.0.1", "0:0:0:0:0:0:0:1", "::1");
        assertThat(listed.getLast().path("current").asBoolean()).isFalse();
        assertThat(listed.getLast().at("/device/kind").asString()).isEqualTo("program");
    }

    @Test
    void endOneByOne() {
        People ann = People.register(port);
        Api here = ann.session();
        Api there = ann.as(ann.tokens());
        there.get("/me").expect(200);

        here.delete("/me/sessions/" + idOf(there)).expect(204);

        assertThat(there.get("/me").code()).isEqualTo("SESSION_ENDED");
        here.get("/me").expect(200);
        assertThat(list(here)).hasSize(1);
        JsonNode event = here.get("/me/activity").json().at("/items/0");
        assertThat(event.path("type").asString()).isEqualTo("session.revoked");
        assertThat(event.at("/details/reason").asString()).isEqualTo("revoked");
    }

    @Test
    void endAllButTheOwn() {
        People ann = People.register(port);
        Api here = ann.as(ann.tokens());
        Api there = ann.as(ann.tokens());

        here.delete("/me/sessions").expect(204);

        assertThat(there.get("/me").code()).isEqualTo("SESSION_ENDED");
        assertThat(ann.session().get("/me").code()).isEqualTo("SESSION_ENDED");
        here.get("/me").expect(200);
    }

    @Test
    void ofOthersAreNotThere() {
        Api ann = People.register(port).session();
        Api bob = People.register(port).session();
        String id = idOf(ann);

        Answer answer = bob.delete("/me/sessions/" + id);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.code()).isEqualTo("SESSION_NOT_FOUND");
        ann.get("/me").expect(200);
        assertThat(list(bob)).hasSize(1);
    }

    @Test
    void canBeEndedWithoutProofInOnesOwn() {
        People ann = People.register(port);
        rows.confirmedAgo(ann.account(), Duration.ofHours(1));
        Api here = ann.session();

        here.delete("/me/sessions/" + idOf(here)).expect(204);

        assertThat(here.get("/me").code()).isEqualTo("SESSION_ENDED");
    }

    private static List<JsonNode> list(Api session) {
        return session.get("/me/sessions")
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .toList();
    }

    private static String idOf(Api session) {
        return list(session).stream()
                .filter(one -> one.path("current").asBoolean())
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
    }
}
