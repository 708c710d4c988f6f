package io.claribi.egress.guard;

import static io.claribi.egress.OutboundFailure.Reason.TOO_LARGE;
import static io.claribi.egress.OutboundFailure.Reason.TOO_SLOW;
import static io.claribi.egress.OutboundFailure.Reason.UNREACHABLE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.claribi.egress.OutboundFailure;
import io.claribi.egress.OutboundRequest;
import io.claribi.egress.OutboundResponse;
import io.claribi.testing.LogLines;
import io.claribi.testing.TestAuthority;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Over real connections, to servers of this machine; only what names mean is ours to say. */
class GuardedHttpTest {
    private static final String HOST = "api.example.com";
    private static final InetAddress SERVER = InetAddress.ofLiteral("127.0.0.1");
    private static final InetAddress PRIVATE = InetAddress.ofLiteral("10.0.0.1");
    private static final Duration PLENTY = Duration.ofSeconds(20);

    @TempDir
    static Path folder;

    static TestAuthority authority;
    static HttpsServer https;
    static HttpServer http;

    private static final List<String> asked = new ArrayList<>();
    private static final CountDownLatch over = new CountDownLatch(1);
    private final List<GuardedHttp> clients = new ArrayList<>();

    @BeforeAll
    static void start() throws IOException {
        authority = TestAuthority.in(folder);
        https = HttpsServer.create(new InetSocketAddress(SERVER, 0), 0);
        https.setHttpsConfigurator(new HttpsConfigurator(authority.serverFor(HOST)));
        http = HttpServer.create(new InetSocketAddress(SERVER, 0), 0);
        for (HttpServer server : List.of(https, http)) {
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/", GuardedHttpTest::answer);
            server.start();
        }
    }

    @AfterAll
    static void stop() {
        over.countDown();
        https.stop(0);
        http.stop(0);
    }

    @BeforeEach
    void forget() {
        asked.clear();
    }

    @AfterEach
    void close() throws IOException {
        for (GuardedHttp client : clients) {
            client.close();
        }
    }

    private static void answer(HttpExchange exchange) throws IOException {
        asked.add(exchange.getRequestURI().getPath());
        try (exchange) {
            switch (exchange.getRequestURI().getPath()) {
                case "/echo" -> {
                    byte[] body = exchange.getRequestBody().readAllBytes();
                    String told = "%s %s %s"
                            .formatted(
                                    exchange.getRequestMethod(),
                                    exchange.getRequestHeaders().get("X-Key"),
                                    new String(body, UTF_8));
                    exchange.getResponseHeaders().add("X-Twice", "one");
                    exchange.getResponseHeaders().add("X-Twice", "two");
                    send(exchange, 201, told.getBytes(UTF_8));
                }
                case "/headers" ->
                    send(
                            exchange,
                            200,
                            exchange.getRequestHeaders().keySet().toString().getBytes(UTF_8));
                case "/redirect" -> {
                    exchange.getResponseHeaders().add("Location", "/echo");
                    exchange.getResponseHeaders().add("Set-Cookie", "a=b");
                    send(exchange, 302, new byte[0]);
                }
                case "/thousand" -> send(exchange, 200, new byte[1000]);
                case "/endless" -> {
                    exchange.sendResponseHeaders(200, 0);
                    byte[] much = new byte[8192];
                    while (over.getCount() > 0) {
                        exchange.getResponseBody().write(much);
                    }
                }
                case "/silent" -> await();
                case "/drip" -> {
                    exchange.sendResponseHeaders(200, 0);
                    exchange.getResponseBody().write('.');
                    exchange.getResponseBody().flush();
                    await();
                }
                default -> send(exchange, 404, new byte[0]);
            }
        }
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    private static void await() {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void carriesARequestAndItsAnswer() throws OutboundFailure {
        OutboundResponse response = client(name -> addresses(SERVER))
                .send(new OutboundRequest(
                        "POST", secure("/echo"), Map.of("X-Key", "k"), "grüße".getBytes(UTF_8), PLENTY, 1000));

        assertThat(response.status()).isEqualTo(201);
        assertThat(response.text()).isEqualTo("POST [k] grüße");
        assertThat(response.headers().get("x-twice")).containsExactly("one", "two");
    }

    @Test
    void asksForNothingByItself() throws OutboundFailure {
        OutboundResponse response = client(name -> addresses(SERVER)).send(get(secure("/headers")));

        assertThat(response.text().replaceAll("[\\[\\] ]", "").split(","))
                .containsExactlyInAnyOrder("Connection", "User-agent", "Host");
    }

    /** A rebinding name: good when judged, bad a moment later. */
    @Test
    void connectsToTheAddressThatWasJudged() throws OutboundFailure {
        var lookups = new AtomicInteger();
        GuardedHttp client =
                client(name -> addresses(lookups.getAndIncrement() == 0 ? SERVER : InetAddress.ofLiteral("127.0.0.9")));

        assertThat(client.send(get(secure("/echo"))).status()).isEqualTo(201);
        assertThat(lookups).hasValue(1);
    }

    @Test
    void judgesANameAnewForEachConnection() {
        var lookups = new AtomicInteger();
        GuardedHttp client = client(name -> addresses(lookups.getAndIncrement() == 0 ? SERVER : PRIVATE));

        // Broken off, it leaves no connection to be used again.
        failure(client, get(secure("/silent"), Duration.ofMillis(300)));

        assertThat(failure(client, get(secure("/echo"))).reason()).isEqualTo(UNREACHABLE);
        assertThat(asked).containsExactly("/silent");
    }

    @Test
    void refusesANameForOneBadAddressAmongGoodOnes() {
        OutboundFailure failure = failure(client(name -> addresses(SERVER, PRIVATE)), get(secure("/echo")));

        assertThat(failure.reason()).isEqualTo(UNREACHABLE);
        assertThat(asked).isEmpty();
    }

    /** Nobody learns from the answer which names mean something inside. */
    @Test
    void tellsARefusedNameFromNoOther() {
        int closed = closedPort();
        List<OutboundFailure> failures = List.of(
                failure(client(name -> addresses(PRIVATE)), get(secure("/echo"))),
                failure(client(name -> addresses()), get(secure("/echo"))),
                failure(client(GuardedHttpTest::unknown), get(secure("/echo"))),
                failure(client(name -> addresses(SERVER)), get(URI.create("https://%s:%d/".formatted(HOST, closed)))));

        assertThat(failures).extracting(OutboundFailure::reason).containsOnly(UNREACHABLE);
        assertThat(failures)
                .extracting(Throwable::getMessage)
                .containsOnly(failures.getFirst().getMessage());
        assertThat(failures.getFirst().getMessage()).contains(HOST).doesNotContain("10.0.0.1");
    }

    @Test
    void usesPlainHttpOnlyWhereOperatorsAllow() throws OutboundFailure {
        URI plain =
                URI.create("http://%s:%d/echo".formatted(HOST, http.getAddress().getPort()));

        assertThat(client(name -> addresses(SERVER)).send(get(plain)).status()).isEqualTo(201);
        try (LogLines log = LogLines.of(JudgingResolver.class)) {
            assertThat(failure(client(name -> addresses(InetAddress.ofLiteral("8.8.8.8"))), get(plain)))
                    .hasMessageContaining("https");
            assertThat(log.told()).singleElement().asString().contains("Refused to connect");
        }
    }

    @Test
    void believesOnlyAServerThatProvesItsName() {
        URI other = URI.create(
                "https://other.example.com:%d/echo".formatted(https.getAddress().getPort()));

        assertThat(failure(client(name -> addresses(SERVER)), get(other)).reason())
                .isEqualTo(UNREACHABLE);
        assertThat(asked).isEmpty();
    }

    @Test
    void leavesRedirectsToWhoeverAsked() throws OutboundFailure {
        GuardedHttp client = client(name -> addresses(SERVER));

        OutboundResponse response = client.send(get(secure("/redirect")));

        assertThat(response.status()).isEqualTo(302);
        assertThat(response.headers().get("location")).containsExactly("/echo");
        assertThat(client.send(get(secure("/headers"))).text()).doesNotContain("Cookie");
        assertThat(asked).containsExactly("/redirect", "/headers");
    }

    @Test
    void readsNoMoreThanIsAllowed() throws OutboundFailure {
        GuardedHttp client = client(name -> addresses(SERVER));

        assertThat(client.send(get(secure("/thousand"), 1000)).body()).hasSize(1000);
        assertThat(failure(client, get(secure("/thousand"), 999)).reason()).isEqualTo(TOO_LARGE);
        assertThat(failure(client, get(secure("/endless"), 1_000_000)).reason()).isEqualTo(TOO_LARGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/silent", "/drip"})
    void waitsNoLongerThanIsAllowed(String path) {
        assertThat(failure(client(name -> addresses(SERVER)), get(secure(path), Duration.ofMillis(300)))
                        .reason())
                .isEqualTo(TOO_SLOW);
    }

    @Test
    void waitsForANameNoLongerEither() {
        OutboundFailure failure = failure(
                client(name -> {
                    await();
                    return addresses(SERVER);
                }),
                get(secure("/echo"), Duration.ofMillis(300)));

        assertThat(failure.reason()).isEqualTo(TOO_SLOW);
    }

    private GuardedHttp client(NameService names) {
        var policy = new AddressPolicy(List.of(new Cidr(SERVER, 32)));
        var client = new GuardedHttp(policy, names, authority.client());
        clients.add(client);
        return client;
    }

    private static OutboundFailure failure(GuardedHttp client, OutboundRequest request) {
        return catchThrowableOfType(OutboundFailure.class, () -> client.send(request));
    }

    private static URI secure(String path) {
        return URI.create("https://%s:%d%s".formatted(HOST, https.getAddress().getPort(), path));
    }

    private static OutboundRequest get(URI url) {
        return get(url, 10_000);
    }

    private static OutboundRequest get(URI url, int mostBytes) {
        return new OutboundRequest("GET", url, Map.of(), new byte[0], PLENTY, mostBytes);
    }

    private static OutboundRequest get(URI url, Duration within) {
        return new OutboundRequest("GET", url, Map.of(), new byte[0], within, 10_000);
    }

    private static InetAddress[] addresses(InetAddress... addresses) {
        return addresses;
    }

    private static InetAddress[] unknown(String name) throws UnknownHostException {
        throw new UnknownHostException(name);
    }

    private static int closedPort() {
        try (var socket = new java.net.ServerSocket(0, 1, SERVER)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
