package io.claribi.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.claribi.testing.Api.Answer;
import io.claribi.testing.Api.Call;
import io.claribi.testing.BesideOthers;
import io.claribi.testing.Multipart;
import io.claribi.testing.ServerProcess;
import io.claribi.testing.Tenant;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Design invariant 21: {@code kill -9} at any moment loses nothing that was acknowledged and leaves nothing half done. */
@BesideOthers
class KilledServerTest {
    @TempDir
    Path folder;

    @Test
    void comesBackWithEverythingAcknowledgedAndNothingHalfDone() throws Exception {
        Path data = folder.resolve("data");
        String email;
        String source;
        try (var server = ServerProcess.start(data)) {
            Tenant tenant = Tenant.register(server.port());
            email = tenant.email();
            source = tenant.salesSource();
            killDuringUpload(server, tenant);
        }

        String unfinished;
        try (var server = ServerProcess.start(data)) {
            Tenant tenant = Tenant.logIn(server.port(), email);
            assertThat(sources(tenant)).containsExactly(source);
            await().untilAsserted(() -> assertThat(filesIn(data, "uploads")).isEmpty());
            assertThat(filesIn(data, "tables")).hasSize(1);
            unfinished = beginImport(tenant);
            server.kill();
        }

        try (var server = ServerProcess.start(data)) {
            Tenant tenant = Tenant.logIn(server.port(), email);
            JsonNode job = tenant.finished(unfinished);
            assertThat(job.path("status").asString()).as(job.toString()).isEqualTo("succeeded");
            assertThat(sources(tenant)).hasSize(2).contains(source);
            await().untilAsserted(() -> assertThat(filesIn(data, "uploads")).isEmpty());
            assertThat(filesIn(data, "tables")).hasSize(2);
            killDuringQueries(server, tenant, source);
        }

        try (var server = ServerProcess.start(data)) {
            Tenant tenant = Tenant.logIn(server.port(), email);
            assertThat(sources(tenant)).hasSize(2);
            assertThat(revenue(tenant, source).status()).isEqualTo(200);
            await().untilAsserted(() -> assertThat(filesIn(data, "scratch")).isEmpty());
        }
    }

    @Test
    void finishesWhatItHasBegunBeforeItStops() throws Exception {
        try (var server = ServerProcess.start(folder.resolve("data"))) {
            Tenant tenant = Tenant.register(server.port());
            var begun = new CountDownLatch(1);
            var goOn = new CountDownLatch(1);
            CompletableFuture<Answer> upload =
                    CompletableFuture.supplyAsync(() -> tenant.api().send(slowUpload(begun, goOn)));
            begun.await();

            server.terminate();
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> server.output().contains("Commencing graceful shutdown"));
            goOn.countDown();

            assertThat(upload.get().status()).isEqualTo(202);
            assertThat(server.awaitEnd()).isIn(0, 143);
        }
    }

    private static void killDuringUpload(ServerProcess server, Tenant tenant) throws InterruptedException {
        var begun = new CountDownLatch(1);
        var never = new CountDownLatch(1);
        CompletableFuture.runAsync(() -> tenant.api().send(slowUpload(begun, never)));
        begun.await();
        await().until(() -> !filesIn(server.dataDir(), "uploads").isEmpty());
        server.kill();
        never.countDown();
    }

    private static void killDuringQueries(ServerProcess server, Tenant tenant, String source) {
        List<CompletableFuture<Answer>> queries = Stream.generate(
                        () -> CompletableFuture.supplyAsync(() -> revenue(tenant, source)))
                .limit(8)
                .toList();
        CompletableFuture.anyOf(queries.toArray(CompletableFuture[]::new)).join();
        server.kill();
    }

    /** A file whose first half has been sent when {@code begun} is told, and whose second comes when {@code goOn} is. */
    private static Call slowUpload(CountDownLatch begun, CountDownLatch goOn) {
        byte[] half = Tenant.SALES.repeat(1_000).getBytes(StandardCharsets.UTF_8);
        InputStream waiting = new InputStream() {
            @Override
            public int read() throws IOException {
                begun.countDown();
                try {
                    goOn.await();
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
                return -1;
            }
        };
        return Call.upload(
                "/data-sources/upload",
                new Multipart()
                        .file(
                                "slow.csv",
                                BodyPublishers.ofInputStream(
                                        () -> new SequenceInputStream(new ByteArrayInputStream(half), waiting))));
    }

    private static String beginImport(Tenant tenant) {
        var rows = new StringBuilder("id,amount\n");
        for (int i = 0; i < 700_000; i++) {
            rows.append(i).append(',').append(i % 97).append(".5\n");
        }
        var upload = Call.upload(
                "/data-sources/upload",
                new Multipart().file("large.csv", rows.toString().getBytes(StandardCharsets.UTF_8)));
        CompletableFuture.runAsync(() -> tenant.api().send(upload));
        // Listed is committed: from here on the import is the server's duty.
        return await().pollInterval(Duration.ofMillis(10))
                .until(
                        () -> tenant.api()
                                .get("/jobs?pageSize=1")
                                .json()
                                .path("items")
                                .path(0),
                        job -> job.path("result").isMissingNode())
                .path("id")
                .asString();
    }

    private static Answer revenue(Tenant tenant, String source) {
        String table = tenant.api()
                .get("/data-sources/" + source)
                .json()
                .path("tables")
                .path(0)
                .path("name")
                .asString();
        return tenant.api().post("/queries", """
                {"dataSourceId":"%s","table":"%s","measures":[{"function":"sum","field":"revenue"}]}
                """.formatted(source, table));
    }

    private static List<String> sources(Tenant tenant) {
        return tenant.api()
                .get("/data-sources")
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .map(item -> item.path("id").asString())
                .toList();
    }

    private static List<Path> filesIn(Path data, String kind) throws IOException {
        try (Stream<Path> files = Files.walk(data.resolve("organizations"))) {
            return files.filter(
                            file -> Files.isRegularFile(file) && file.toString().contains("/" + kind + "/"))
                    .toList();
        }
    }
}
