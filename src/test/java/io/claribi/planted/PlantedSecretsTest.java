package io.claribi.planted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.claribi.planted.Planted.Kind;
import io.claribi.testing.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The search for planted secrets finds them wherever one has come out. */
class PlantedSecretsTest {
    private static final HttpHeaders NONE = HttpHeaders.of(Map.of(), (name, value) -> true);

    private final String secret = "planted-" + UUID.randomUUID();

    @TempDir
    private Path folder;

    @Test
    void findsOneInAnAnswer() {
        Planted.plant(Kind.PASSWORD, secret);

        assertThatThrownBy(() -> AnswerCheck.check("GET /api/v1/me", NONE, body("{\"note\":\"my %s!\"}")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("PASSWORD")
                .hasMessageNotContaining(secret);
        assertThatThrownBy(() -> AnswerCheck.check("GET /api/v1/me", header("Location", "/me/" + secret), body("{}")))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void letsAnAnswerGiveWhatItIsThereToGiveOnce() {
        assertThatCode(() -> AnswerCheck.check("POST /api/v1/auth/login", NONE, body("{\"accessToken\":\"%s\"}")))
                .doesNotThrowAnyException();

        assertThatThrownBy(() -> AnswerCheck.check("GET /api/v1/me", NONE, body("{\"accessToken\":\"%s\"}")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("TOKEN");
    }

    @Test
    void plantsWhatARequestHoldsHoweverDeep() {
        SecretFields.plant("{\"sources\":[{\"credentials\":{\"password\":\"%s\"}}]}".formatted(secret));

        assertThat(Planted.findIn("… " + secret)).containsExactly(of(Kind.PASSWORD));
    }

    @Test
    void plantsCookies() {
        AnswerCheck.check(
                "POST /api/v1/auth/refresh", header("Set-Cookie", "__Host-x=%s; Path=/".formatted(secret)), body("{}"));

        assertThat(Planted.findIn(secret)).containsExactly(of(Kind.TOKEN));
    }

    @Test
    void findsOneInALogLineThatWasPrintedBeforeItWasKnown() {
        var kept = new Kept(folder.resolve("kept.txt"));
        var out = new ByteArrayOutputStream();
        PrintStream log = PrintedLines.keeping(new PrintStream(out), kept);

        log.println("INFO A log-in with " + secret);
        assertThat(kept.leaks()).isEmpty();
        Planted.plant(Kind.SEED, secret);

        assertThat(kept.leaks()).containsExactly("SEED of PlantedSecretsTest in the log");
        assertThat(out.toString(StandardCharsets.UTF_8)).contains(secret);
    }

    @Test
    void findsOneInARowOfWhateverOrganization() throws SQLException {
        Planted.plant(Kind.PASSWORD, secret);
        var access = TestDatabase.access();
        try (var owner = access.connect(access.owner());
                var statement = owner.createStatement()) {
            statement.execute("CREATE SCHEMA planted");
            try {
                statement.execute("CREATE TABLE planted.note (details jsonb)");
                statement.execute("INSERT INTO planted.note VALUES ('{\"was\":\"%s\"}')".formatted(secret));

                assertThat(Traces.inDatabase(owner)).contains("PASSWORD of PlantedSecretsTest in table planted.note");
            } finally {
                statement.execute("DROP SCHEMA planted CASCADE");
            }
        }
    }

    @Test
    void findsOneInAMailHoweverItIsEncoded() throws IOException {
        Planted.plant(Kind.PASSWORD, secret);
        String wrapped = secret.replace("-", "=2D=\r\n");
        Files.writeString(
                folder.resolve("one.eml"),
                """
                From: a@example.org
                To: b@example.org
                Subject: Hello
                MIME-Version: 1.0
                Content-Type: text/plain; charset=utf-8
                Content-Transfer-Encoding: quoted-printable

                It is %s
                """.formatted(wrapped).replace("\n", "\r\n").replace("\r\r", "\r"));

        assertThat(Traces.inMails(folder)).containsExactly("PASSWORD of PlantedSecretsTest in a mail");
    }

    @Test
    void findsOneInTheMetrics() throws Exception {
        Planted.plant(Kind.TOKEN, secret);
        HttpServer server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        byte[] metrics = "requests{user=\"%s\"} 1".formatted(secret).getBytes(StandardCharsets.UTF_8);
        server.createContext("/actuator/prometheus", exchange -> {
            exchange.sendResponseHeaders(200, metrics.length);
            exchange.getResponseBody().write(metrics);
            exchange.close();
        });
        server.start();
        try {
            assertThat(Traces.inMetrics(server.getAddress().getPort()))
                    .containsExactly("TOKEN of PlantedSecretsTest in the metrics");
        } finally {
            server.stop(0);
        }
    }

    private static Planted.Secret of(Kind kind) {
        return new Planted.Secret(kind, "PlantedSecretsTest");
    }

    private byte[] body(String json) {
        return json.formatted(secret).getBytes(StandardCharsets.UTF_8);
    }

    private static HttpHeaders header(String name, String value) {
        return HttpHeaders.of(Map.of(name, List.of(value)), (one, other) -> true);
    }
}
