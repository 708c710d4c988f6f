package io.claribi.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.claribi.tenancy.DatabaseAccess;
import io.claribi.tenancy.postgres.EmbeddedPostgres;
import io.claribi.testing.Api;
import io.claribi.testing.NewKey;
import io.claribi.testing.ServerProcess;
import io.claribi.testing.Tenant;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Design invariant 18 over two server processes on one PostgreSQL: what one node revokes, the other refuses. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoNodesTest {
    private Path folder;
    private EmbeddedPostgres postgres;
    private ServerProcess left;
    private ServerProcess right;
    private Tenant owner;

    /** On the left node, to be ended from the right one. */
    private String session;

    @BeforeAll
    void start(@TempDir Path shared) throws IOException {
        folder = shared;
        postgres = EmbeddedPostgres.start(folder.resolve("database"));
        left = node();
        right = node();
    }

    @AfterAll
    void stop() throws IOException {
        left.close();
        right.close();
        postgres.close();
    }

    @BeforeEach
    void beLoggedInOnBoth() {
        owner = Tenant.register(left.port());
        session = accessToken(left.api());
        on(left).get("/me").expect(200);
        on(right).get("/me").expect(200);
    }

    @Test
    void refuseASessionThatEitherHasEnded() {
        endOthersOn(right);

        assertThat(on(right).get("/me").status()).isEqualTo(401);
        await().atMost(Duration.ofSeconds(1))
                .pollInterval(Duration.ofMillis(1))
                .until(() -> on(left).get("/me").status() == 401);
    }

    @Test
    void refuseAKeyThatEitherHasRevoked() {
        NewKey key = NewKey.of(on(left));
        left.api().as(key.text()).get("/me").expect(200);
        right.api().as(key.text()).get("/me").expect(200);

        on(right).delete("/api-keys/" + key.id()).expect(204);

        assertThat(right.api().as(key.text()).get("/me").status()).isEqualTo(401);
        await().atMost(Duration.ofSeconds(1))
                .pollInterval(Duration.ofMillis(1))
                .until(() -> left.api().as(key.text()).get("/me").status() == 401);
    }

    @Test
    void obeyAPolicyThatEitherHasChanged() {
        on(right).patch("/organization/security", "{\"maxSessionHours\":1}").expect(200);

        await().atMost(Duration.ofSeconds(1))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> on(left).get("/organization/security")
                                .json()
                                .path("maxSessionHours")
                                .asInt()
                        == 1);
    }

    @Test
    void hearOfItLaterWhenTheNewsWasLost() throws SQLException {
        for (int pid : listeners()) {
            execute("SELECT pg_terminate_backend(%d)".formatted(pid));
        }
        endOthersOn(right);

        await().atMost(Duration.ofSeconds(5)).until(() -> on(left).get("/me").status() == 401);
    }

    /** The connection stands and says nothing: a node must not take silence for good news. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void stopTrustingWhatTheyRememberWhenPostgresFallsSilent() throws Exception {
        List<Integer> frozen = listeners();
        try {
            for (int pid : frozen) {
                signal("-STOP", pid);
            }
            endOthersOn(right);

            await().atMost(Duration.ofSeconds(10))
                    .until(() -> on(left).get("/me").status() == 401);
            on(right).get("/health/ready").expect(200);
        } finally {
            for (int pid : frozen) {
                signal("-CONT", pid);
            }
        }
    }

    private ServerProcess node() {
        DatabaseAccess access = postgres.access();
        return ServerProcess.start(
                folder.resolve("data"),
                "--claribi.database.url=" + access.url(),
                "--claribi.database.owner.username=" + access.owner().username(),
                "--claribi.database.owner.password=" + access.owner().password(),
                "--claribi.database.app.username=" + access.app().username(),
                "--claribi.database.app.password=" + access.app().password(),
                "--claribi.database.pool-size=4");
    }

    private Api on(ServerProcess node) {
        return node.api().as(session);
    }

    private void endOthersOn(ServerProcess node) {
        node.api().as(accessToken(node.api())).delete("/me/sessions").expect(204);
    }

    private String accessToken(Api anonymous) {
        return anonymous
                .post("/auth/login", """
                        {"email":"%s","password":"%s"}
                        """.formatted(owner.email(), Tenant.PASSWORD))
                .expect(200)
                .json()
                .path("accessToken")
                .asString();
    }

    /** Both nodes': one that lost its own a moment ago is about to have it again. */
    private List<Integer> listeners() {
        return await().atMost(Duration.ofSeconds(20)).until(this::findListeners, found -> found.size() == 2);
    }

    private List<Integer> findListeners() throws SQLException {
        var pids = new ArrayList<Integer>();
        try (Connection connection = connection();
                var select = connection.prepareStatement("""
                SELECT pid
                FROM pg_stat_activity
                WHERE application_name = 'claribi invalidations'
                """)) {
            var rows = select.executeQuery();
            while (rows.next()) {
                pids.add(rows.getInt(1));
            }
        }
        return pids;
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = connection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Connection connection() throws SQLException {
        DatabaseAccess access = postgres.access();
        return DriverManager.getConnection(
                access.url(), access.app().username(), access.app().password());
    }

    private static void signal(String name, int pid) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", name, String.valueOf(pid)).start().waitFor())
                .isZero();
    }
}
