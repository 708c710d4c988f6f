package io.claribi.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.claribi.testing.Api.Answer;
import io.claribi.testing.BesideOthers;
import io.claribi.testing.ServerProcess;
import io.claribi.testing.Tenant;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Design invariants 22 and 23 on a server whose memory is used up by the first of what follows if nothing bounds it. */
@BesideOthers
class SmallHeapTest {
    @TempDir
    Path folder;

    private ServerProcess server;
    private Tenant greedy;
    private Tenant other;
    private String query;

    @BeforeEach
    void start() {
        server = ServerProcess.startWithHeap("256m", folder.resolve("data"));
        greedy = Tenant.register(server.port());
        other = Tenant.register(server.port());
        var rows = new StringBuilder("id,text\n");
        for (int i = 0; i < 20_000; i++) {
            rows.append(i).append(',').append(("text " + i * 7_919).repeat(30)).append('\n');
        }
        query = """
                {"dataSourceId":"%s","table":"texts","limit":%%d}
                """.formatted(greedy.upload("texts.csv", rows.toString())
                .path("result")
                .path("dataSourceId")
                .asString());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void refusesWhatIsTooMuchAndServesEverybodyElse() throws Exception {
        List<String> statuses = new ArrayList<>();
        String body =
                "{\"dataSourceId\":\"%s\",\"table\":\"texts\",\"filters\":[{\"field\":\"text\",\"operator\":\"in\",\"values\":[%s]}]}"
                        .formatted(
                                query.split("\"")[3],
                                IntStream.range(0, 200_000)
                                        .mapToObj(i -> "\"1\"")
                                        .collect(Collectors.joining(",")));

        statuses.addAll(together(80, i -> greedy.api().post("/queries", query.formatted(10_000 - i))));
        statuses.addAll(together(40, i -> greedy.api().post("/queries", body)));
        statuses.addAll(together(
                200,
                i -> server.api()
                        .post(
                                "/auth/login",
                                "{\"email\":\"a@b.cd\",\"password\":\"%s\"}".formatted("x".repeat(15_000)))));

        assertThat(statuses).allMatch(status -> status.matches("200|401|422|429|503"), "answered or refused");
        assertThat(statuses).contains("200", "429");
        assertThat(other.api().get("/me").status()).isEqualTo(200);
        assertThat(greedy.api().post("/queries", query.formatted(100)).status()).isEqualTo(200);
        assertThat(server.isAlive()).isTrue();
    }

    @Test
    void outlivesAsManyConnectionsAsAnybodyOpens() throws Exception {
        var sockets = new ArrayList<Socket>();
        byte[] half =
                ("GET /api/v1/me HTTP/1.1\r\nHost: x\r\nX-A: " + "a".repeat(7_000)).getBytes(StandardCharsets.US_ASCII);
        try {
            for (int i = 0; i < 3_000; i++) {
                var socket = new Socket("localhost", server.port());
                sockets.add(socket);
                socket.getOutputStream().write(half);
            }
        } catch (IOException e) {
            // No more are taken.
        }
        for (Socket socket : sockets) {
            socket.close();
        }

        assertThat(server.isAlive()).isTrue();
        assertThat(other.api().get("/me").status()).isEqualTo(200);
    }

    private static List<String> together(int times, IntFunction<Answer> request) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return IntStream.range(0, times)
                    .mapToObj(i ->
                            CompletableFuture.supplyAsync(() -> request.apply(i).status(), threads))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .map(String::valueOf)
                    .toList();
        }
    }
}
