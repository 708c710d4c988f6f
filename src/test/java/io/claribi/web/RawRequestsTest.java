package io.claribi.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.claribi.testing.Api;
import io.claribi.testing.ServerTest;
import io.claribi.testing.Tenant;
import java.io.IOException;
import java.net.Socket;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What no well-behaved client sends, byte by byte: it is answered with a problem of its own kind, and never with a failure. */
@ServerTest
class RawRequestsTest {
    private static final String BODY = "{\"refreshToken\":\"a\"}";

    private final int port;

    RawRequestsTest(@LocalServerPort int port) {
        this.port = port;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GET /%zz HTTP/1.1                             | 400
            GET /%ff%fe HTTP/1.1                          | 400
            GET /../.. HTTP/1.1                           | 400
            GET /api/v1/me;jsessionid=1 HTTP/1.1          | 400
            GET /api/v1/me%3Ba HTTP/1.1                   | 400
            GET /api/v1/me%2Fsessions HTTP/1.1            | 400
            GET /api/v1/me%5Csessions HTTP/1.1            | 400
            GET /api/v1\\me HTTP/1.1                      | 400
            GET /api/v1/%252e%252e/me HTTP/1.1            | 400
            GET /api/v1/./me HTTP/1.1                     | 400
            GET /api/v1/me%0d%0aX:%20a HTTP/1.1           | 400
            GET /api/v1/%C0%AE%C0%AE/me HTTP/1.1          | 400
            GET /api/v1/dashboards/%F0%9F%98%80 HTTP/1.1  | 401
            GET /api/v1/me?a=%zz HTTP/1.1                 | 401
            GET /api/v1/me?%ff=%ff HTTP/1.1               | 401
            GET http://evil.example/api/v1/me HTTP/1.1    | 400
            GET * HTTP/1.1                                | 400
            GET /api/v1/me HTTP/2.0                       | 400
            TRACE / HTTP/1.1                              | 405
            TRACE /api/v1/me HTTP/1.1                     | 405
            TRACE /api/v1/auth/login HTTP/1.1             | 405
            CONNECT localhost:80 HTTP/1.1                 | 400
            PROPFIND /api/v1/me HTTP/1.1                  | 400
            get /api/v1/me HTTP/1.1                       | 400
            OPTIONS / HTTP/1.1                            | 404
            OPTIONS /api/v1/auth/login HTTP/1.1           | 405
            OPTIONS /api/v1/openapi.json HTTP/1.1         | 405
            OPTIONS /health/live HTTP/1.1                 | 405
            OPTIONS /api/v1/nothing HTTP/1.1              | 404
            POST / HTTP/1.1                               | 404
            DELETE /assets/nothing.js HTTP/1.1            | 404
            """)
    void refusesBadLines(String line, int status) throws IOException {
        refused(line + "\r\nHost: localhost\r\nConnection: close\r\n\r\n", status);
    }

    @ParameterizedTest
    @MethodSource
    void refusesBadHeaders(String headers, int status) throws IOException {
        refused("GET /api/v1/me HTTP/1.1\r\nConnection: close\r\n" + headers + "\r\n\r\n", status);
    }

    static Stream<Arguments> refusesBadHeaders() {
        String host = "Host: localhost\r\n";
        return Stream.of(
                row("", 400),
                row("Host: a\r\nHost: b", 400),
                row("Host: local host", 400),
                row(host + "X: a\0b", 400),
                row(host + "X : a", 400),
                row(host + " folded: a", 400),
                row(host + "(X): a", 400),
                row(host + "X: " + "a".repeat(20_000), 400),
                row(host + "X: a\r\n".repeat(300), 400),
                row(host + "Content-Length: -1", 400),
                row(host + "Content-Length: 1\r\nContent-Length: 2", 400),
                row(host + "Content-Length: 5\r\nTransfer-Encoding: chunked", 401),
                row(host + "Transfer-Encoding: nonsense", 400),
                row(host + "Expect: nonsense", 400),
                row(host + "Authorization: Bearer a\r\nAuthorization: Bearer b", 401),
                row(host + "Authorization: Bearer " + "a".repeat(7_000), 401),
                row(host + "Accept: nonsense;;;q=x", 401),
                row(host + "Accept-Language: ***;q=9", 401),
                row(host + "Cookie: ;;=;\"__Host-claribi-refresh", 401),
                row(host + "Range: bytes=9-1", 401),
                row(host + "traceparent: " + "0".repeat(5_000), 401),
                row(host + "X-HTTP-Method-Override: DELETE", 401));
    }

    private static Arguments row(String headers, int status) {
        return Arguments.of(headers, status);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/dashboards",
                "/health/live",
                "/.well-known/jwks.json",
                "/api/v1/openapi.json",
                "/api/v1/me",
                "/api/v1/auth/login",
                "/api/v1/nothing"
            })
    void answersHeadAsGetWithoutABody(String path) throws IOException {
        String get = raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        String head = raw("HEAD " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(head.lines().findFirst()).isEqualTo(get.lines().findFirst());
        assertThat(head).endsWith("\r\n\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate", "br", "nonsense"})
    void readsNoBodyThatIsEncoded(String encoding) throws IOException {
        JsonNode problem = refused(post(BODY, "Content-Encoding: " + encoding), 415);

        assertThat(problem.path("detail").asString()).contains("Content-Encoding");
    }

    @ParameterizedTest
    @ValueSource(strings = {"utf-16", "UTF-16LE", "iso-8859-1", "utf-7", "nonsense", "utf-8; charset=utf-16"})
    void readsNoJsonInAnotherCharset(String charset) throws IOException {
        refused(post(BODY, "Content-Type: application/json; charset=" + charset), 415);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json;charset=UTF-8",
                "application/json; charset=\"utf-8\"",
                "APPLICATION/JSON",
                "application/json;;;"
            })
    void readsJsonInUtf8(String type) throws IOException {
        assertThat(raw(post(BODY, "Content-Type: " + type))).startsWith("HTTP/1.1 204 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json, text/plain", "*/*", "application/*", "json"})
    void refusesTypesThatAreNone(String type) throws IOException {
        refused(post(BODY, "Content-Type: " + type), 415);
    }

    @Test
    void goesOnWithABodyThatWaitsToBeAskedFor() throws IOException {
        String request = post(BODY, "Content-Type: application/json\r\nExpect: 100-continue");

        String answer = raw(request);

        assertThat(answer).startsWith("HTTP/1.1 100 ");
        assertThat(answer.substring(answer.indexOf("\r\n\r\n") + 4)).startsWith("HTTP/1.1 204 ");
    }

    @Test
    void asksForNoBodyThatItWouldNotRead() throws IOException {
        String answer = raw("POST /api/v1/data-sources/upload HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + "Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 1000000\r\n"
                + "Expect: 100-continue\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 401 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pageSize=%zz", "pageSize=%ff", "pageToken=%", "pageToken=%C0%AF", "%ff=1"})
    void refusesParametersThatCannotBeDecoded(String query) throws IOException {
        String token = "Authorization: Bearer " + accessToken() + "\r\n";

        refused(
                "GET /api/v1/dashboards?" + query + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + token
                        + "\r\n",
                400);
    }

    @Test
    void refusesParametersWithoutEnd() throws IOException {
        String token = "Authorization: Bearer " + accessToken() + "\r\n";

        refused(
                "GET /api/v1/dashboards?" + "a&".repeat(2_000) + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                        + token + "\r\n",
                400);
    }

    @Test
    void takesNumbersForWhatTheyAre() throws IOException {
        String body = "{\"credential\":{\"id\":1e999999999}}";

        refused(post(body, "Content-Type: application/json").replace("/auth/logout", "/auth/passkey"), 401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zz\r\n", "-1\r\n", "ffffffffffffffff\r\n"})
    void refusesChunksThatAreNone(String chunk) throws IOException {
        refused(
                "POST /api/v1/auth/login HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                        + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n" + chunk,
                400);
    }

    private static String post(String body, String headers) {
        String type = headers.contains("Content-Type") ? "" : "Content-Type: application/json\r\n";
        return "POST /api/v1/auth/logout HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + type + headers
                + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    }

    private String accessToken() {
        return Api.anonymous(port)
                .post("/auth/register", """
                        {"email":"%s@example.org","password":"%s","organizationName":"Acme"}
                        """.formatted(UUID.randomUUID(), Tenant.PASSWORD))
                .expect(201)
                .json()
                .path("accessToken")
                .asString();
    }

    private JsonNode refused(String request, int status) throws IOException {
        String answer = raw(request);
        assertThat(answer).startsWith("HTTP/1.1 " + status).contains("X-Content-Type-Options: nosniff");
        JsonNode problem = JsonMapper.shared().readTree(answer.substring(answer.indexOf("\r\n\r\n")));
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.propertyNames()).contains("type", "title", "detail", "instance", "code", "traceId");
        assertThat(answer).doesNotContainIgnoringCase("tomcat", "apache", "exception", "<html");
        return problem;
    }

    private String raw(String request) throws IOException {
        try (var socket = new Socket("localhost", port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        }
    }
}
