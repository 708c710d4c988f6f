package io.claribi.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claribi.tenancy.DatabaseAccess;
import io.claribi.testing.ServerTest;
import io.claribi.testing.Tenant;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Design invariant 20: whoever holds the application's own login can add to the trail and read it, and no more. */
@ServerTest
class ImmutableTrailTest {
    private final Connection app;
    private final Tenant tenant;

    ImmutableTrailTest(DatabaseAccess access, @LocalServerPort int port) throws SQLException {
        this.tenant = Tenant.register(port);
        this.app = access.connect(access.app());
    }

    @BeforeEach
    void bind() throws SQLException {
        app.setAutoCommit(false);
        try (var binding = app.prepareStatement("SELECT tenancy.bind_organization(?)")) {
            binding.setObject(1, tenant.organization().value());
            binding.execute();
        }
    }

    @AfterEach
    void close() throws SQLException {
        app.rollback();
        app.close();
    }

    @Test
    void canBeReadAndAddedTo() throws SQLException {
        assertThat(list("SELECT type FROM audit.event")).isNotEmpty();

        try (var statement = app.createStatement()) {
            assertThat(statement.executeUpdate("""
                    INSERT INTO audit.event
                        (id, occurred_at, actor_type, type, target_type, target_id, target_name, outcome, details)
                    VALUES (gen_random_uuid(), now(), 'system', 'auth.login', 'account', gen_random_uuid(), 'x', 'success', '{}')
                    """)).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE audit.event SET outcome = 'failure'",
                "UPDATE audit.event SET details = '{}'",
                "DELETE FROM audit.event",
                "TRUNCATE audit.event",
                "SELECT id FROM audit.event FOR UPDATE",
                """
                INSERT INTO audit.event
                SELECT * FROM audit.event
                ON CONFLICT (organization_id, id) DO UPDATE SET outcome = 'failure'
                """,
                """
                MERGE INTO audit.event AS old USING audit.event AS new ON old.id = new.id
                WHEN MATCHED THEN DELETE
                """,
                "ALTER TABLE audit.event DISABLE ROW LEVEL SECURITY",
                "ALTER TABLE audit.event ADD COLUMN note text",
                "CREATE RULE nothing AS ON INSERT TO audit.event DO INSTEAD NOTHING",
                "CREATE TRIGGER t BEFORE INSERT ON audit.event EXECUTE FUNCTION suppress_redundant_updates_trigger()",
                "DROP TABLE audit.event",
                "DROP SCHEMA audit CASCADE",
                "SET ROLE claribi_owner"
            })
    void cannotBeChanged(String sql) {
        assertThatThrownBy(() -> {
                    try (var statement = app.createStatement()) {
                        statement.execute(sql);
                    }
                })
                .isInstanceOf(SQLException.class)
                .hasMessageMatching("(?s).*(permission denied|must be owner).*");
    }

    private List<String> list(String sql) throws SQLException {
        try (var statement = app.createStatement();
                var rows = statement.executeQuery(sql)) {
            var values = new ArrayList<String>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }
}
