package io.claribi.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.claribi.testing.Api;
import io.claribi.testing.ServerTest;
import io.claribi.testing.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServerTest
class LiveSessionsTest {
    private final int port;

    LiveSessionsTest(@LocalServerPort int port) {
        this.port = port;
    }

    @Test
    void hearsOfASessionThatAnotherNodeEnded() throws SQLException {
        People ann = People.register(port);
        People.Tokens tokens = ann.tokens();
        ann.as(tokens).get("/me").expect(200);

        try (Connection other = owner()) {
            other.setAutoCommit(false);
            endAll(other, ann.email());
            notifyOfAll(other, ann.email());
            other.commit();
        }

        awaitEnd(ann.as(tokens));
    }

    @Test
    void stopsTrustingWhatItRemembersWhenItCanNotHear() throws SQLException {
        People ann = People.register(port);
        Api session = ann.as(ann.tokens());
        session.get("/me").expect(200);

        try (Connection other = owner()) {
            // The news is lost: the session ends without a word, and the connection that would hear it dies.
            endAll(other, ann.email());
            session.get("/me").expect(200);
        }
        killListeners();

        awaitEnd(session);
    }

    private static void awaitEnd(Api session) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(session.get("/me").status()).isEqualTo(401));
    }

    private static void endAll(Connection connection, String email) throws SQLException {
        try (var update = connection.prepareStatement("""
                UPDATE identity.session
                SET ended_at = now(), end_reason = 'test'
                WHERE account_id = (SELECT id FROM identity.account WHERE email = ?)
                """)) {
            update.setString(1, email);
            assertThat(update.executeUpdate()).isPositive();
        }
    }

    private static void notifyOfAll(Connection connection, String email) throws SQLException {
        try (var select = connection.prepareStatement("""
                SELECT s.id
                FROM identity.session s
                JOIN identity.account a ON a.id = s.account_id
                WHERE a.email = ?
                """)) {
            select.setString(1, email);
            var rows = select.executeQuery();
            while (rows.next()) {
                try (var message = connection.prepareStatement("SELECT pg_notify('claribi_invalidation', ?)")) {
                    message.setString(1, "session " + rows.getObject(1, UUID.class));
                    message.execute();
                }
            }
        }
    }

    private static void killListeners() throws SQLException {
        var access = TestDatabase.access();
        try (var application = DriverManager.getConnection(
                        access.url(), access.app().username(), access.app().password());
                var kill = application.prepareStatement("""
                SELECT count(pg_terminate_backend(pid))
                FROM pg_stat_activity
                WHERE application_name = 'claribi invalidations'
                """)) {
            var rows = kill.executeQuery();
            rows.next();
            assertThat(rows.getInt(1)).isPositive();
        }
    }

    private static Connection owner() throws SQLException {
        var access = TestDatabase.access();
        return DriverManager.getConnection(
                access.url(), access.owner().username(), access.owner().password());
    }
}
