package io.claribi.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.claribi.testing.Api;
import io.claribi.testing.Api.Answer;
import io.claribi.testing.Api.Call;
import io.claribi.testing.ServerTest;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ServerTest
class ProblemsEverywhereTest {
    private final int port;

    ProblemsEverywhereTest(@LocalServerPort int port) {
        this.port = port;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GET    | /api/v1/nothing          | 404 | ROUTE_NOT_FOUND
            POST   | /api/v1/nothing          | 404 | ROUTE_NOT_FOUND
            DELETE | /api/v1                  | 404 | ROUTE_NOT_FOUND
            GET    | /api/v1/me/              | 404 | ROUTE_NOT_FOUND
            GET    | /api/v1/me               | 401 | AUTHENTICATION_REQUIRED
            PUT    | /api/v1/me               | 405 | METHOD_NOT_ALLOWED
            OPTIONS| /api/v1/me               | 405 | METHOD_NOT_ALLOWED
            GET    | /api/v1/auth/login       | 405 | METHOD_NOT_ALLOWED
            GET    | /api/v1/error            | 404 | ROUTE_NOT_FOUND
            GET    | /api/v1/a;b=c            | 400 | MALFORMED_REQUEST
            GET    | /api/v1//me              | 400 | MALFORMED_REQUEST
            GET    | /api/v1/%00              | 400 | MALFORMED_REQUEST
            GET    | /api/v1/%2e%2e%2fme      | 400 | MALFORMED_REQUEST
            GET    | /api/v1/me?a=%00         | 401 | AUTHENTICATION_REQUIRED
            """)
    void answersWithAProblem(String method, String path, int status, String code) {
        Answer answer = send(method, path);

        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertIsProblem(answer.json(), status, code, path.replaceAll("\\?.*", ""));
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.headers().firstValue("X-Trace-Id"))
                .hasValue(answer.json().path("traceId").asString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Authorization | Basic YTpi              | 401 | TOKEN_INVALID
            Authorization | Bearer                  | 401 | TOKEN_INVALID
            Authorization | Bearer a.b.c            | 401 | TOKEN_INVALID
            Content-Type  | text/plain              | 415 | MEDIA_TYPE_UNSUPPORTED
            Content-Type  | nonsense                | 415 | MEDIA_TYPE_UNSUPPORTED
            Sec-Fetch-Site| cross-site              | 403 | CROSS_SITE_REQUEST
            Sec-Fetch-Site| same-site               | 403 | CROSS_SITE_REQUEST
            Origin        | https://evil.example    | 403 | CROSS_SITE_REQUEST
            Origin        | null                    | 403 | CROSS_SITE_REQUEST
            """)
    void refusesByAHeader(String name, String value, int status, String code) {
        Answer answer = Api.anonymous(port)
                .send(new Call(
                        "POST",
                        "/auth/logout",
                        name.equals("Content-Type")
                                ? Map.of(name, value)
                                : Map.of(name, value, "Content-Type", "application/json"),
                        BodyPublishers.ofString("{}")));

        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertIsProblem(answer.json(), status, code, "/api/v1/auth/logout");
    }

    @ParameterizedTest
    @CsvSource({"16000, 401", "17000, 413"})
    void readsLittleOfStrangers(int length, int status) {
        Answer answer = Api.anonymous(port)
                .post("/auth/login", "{\"email\":\"a\",\"password\":\"%s\"}".formatted("x".repeat(length)));

        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    }

    @Test
    void letsTheWebAppThroughByWhatItsBrowserSends() {
        Call call = Call.json("POST", "/auth/logout", "{}");

        assertThat(Api.anonymous(port)
                        .send(call.with("Sec-Fetch-Site", "same-origin"))
                        .status())
                .isEqualTo(204);
        assertThat(Api.anonymous(port)
                        .send(call.with("Origin", "http://localhost:" + port))
                        .status())
                .isEqualTo(204);
    }

    @Test
    void answersWithAProblemWhateverIsAccepted() {
        Answer answer = Api.anonymous(port)
                .send(Call.json("POST", "/auth/login", "{\"email\":\"a\",\"password\":\"b\"}")
                        .with("Accept", "text/csv"));

        assertIsProblem(answer.json(), 401, "BAD_CREDENTIALS", "/api/v1/auth/login");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GET /%zz HTTP/1.1    | 400
            GET /%ff%fe HTTP/1.1 | 400
            TRACE / HTTP/1.1     | 405
            GET /../.. HTTP/1.1  | 400
            """)
    void answersWhatTheContainerRefusesAlike(String line, int status) throws IOException {
        String answer = raw(line + "\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 " + status).contains("X-Content-Type-Options: nosniff");
        assertIsProblem(JsonMapper.shared().readTree(answer.substring(answer.indexOf("\r\n\r\n"))), status, null, null);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            NONSENSE
            GET /{ HTTP/1.1
            GET / HTTP/9.9
            GET / HTTP/1.1
            """)
    void neverTellsWhatItRunsOn(String line) throws IOException {
        String answer = raw(line + "\r\nX: a\0b\r\n\r\n");

        assertThat(answer).doesNotContainIgnoringCase("tomcat", "apache", "exception", "<html");
    }

    @Test
    void continuesTheTraceOfTheCaller() {
        String parent = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

        Answer answer = Api.anonymous(port)
                .send(new Call("GET", "/me", Map.of("traceparent", parent), BodyPublishers.noBody()));

        assertThat(answer.json().path("traceId").asString()).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
    }

    @ParameterizedTest
    @CsvSource({
        "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
        "4bf92f3577b34da6a3ce929d0e0e4736",
        "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01"
    })
    void beginsATraceOfItsOwnOtherwise(String parent) {
        Answer answer = Api.anonymous(port)
                .send(new Call("GET", "/me", Map.of("traceparent", parent), BodyPublishers.noBody()));

        assertThat(answer.json().path("traceId").asString())
                .matches("[0-9a-f]{32}")
                .isNotEqualTo("4bf92f3577b34da6a3ce929d0e0e4736")
                .isNotEqualTo("0".repeat(32));
    }

    private Answer send(String method, String path) {
        return Api.anonymous(port).send(new Call(method, path, Map.of(), BodyPublishers.noBody()));
    }

    private String raw(String request) throws IOException {
        try (var socket = new Socket("localhost", port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        }
    }

    private static void assertIsProblem(
            JsonNode problem,
            int status,
            @org.jspecify.annotations.Nullable String code,
            @org.jspecify.annotations.Nullable String instance) {
        assertThat(problem.propertyNames())
                .contains("type", "title", "status", "detail", "instance", "code", "traceId")
                .doesNotContain("trace", "exception", "timestamp", "path");
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("traceId").asString()).matches("[0-9a-f]{32}");
        if (code != null) {
            assertThat(problem.path("code").asString()).isEqualTo(code);
        }
        if (instance != null) {
            assertThat(problem.path("instance").asString()).isEqualTo(instance);
        }
    }
}
