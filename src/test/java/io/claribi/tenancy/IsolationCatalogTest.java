package io.claribi.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import io.claribi.testing.ServerTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every table there is, and every one to come, belongs to organizations as the database itself sees it. */
@ServerTest
class IsolationCatalogTest {
    private static final Set<String> GLOBAL = GlobalTables.REASONS.keySet();

    private static final String SOUND = """
            CREATE SCHEMA scratch;
            CREATE TABLE scratch.album (
                organization_id uuid NOT NULL DEFAULT tenancy.current_organization(),
                id uuid NOT NULL,
                name text NOT NULL,
                PRIMARY KEY (organization_id, id),
                UNIQUE (organization_id, name)
            );
            CALL tenancy.isolate('scratch.album');
            CREATE TABLE scratch.photo (
                organization_id uuid NOT NULL DEFAULT tenancy.current_organization(),
                id uuid NOT NULL,
                album_id uuid NOT NULL,
                PRIMARY KEY (organization_id, id),
                FOREIGN KEY (organization_id, album_id) REFERENCES scratch.album
            );
            CALL tenancy.isolate('scratch.photo');
            """;

    private final Connection owner;

    IsolationCatalogTest(DatabaseAccess access) throws SQLException {
        this.owner = access.connect(access.owner());
    }

    @BeforeEach
    void beginWhatIsNeverCommitted() throws SQLException {
        owner.setAutoCommit(false);
    }

    @AfterEach
    void rollBack() throws SQLException {
        owner.rollback();
        owner.close();
    }

    @Test
    void findsNothingThatIsNotIsolated() throws SQLException {
        assertThat(new CatalogRules(owner).violations(GLOBAL)).isEmpty();
    }

    @Test
    void acceptsASoundTable() throws SQLException {
        execute(SOUND);

        assertThat(new CatalogRules(owner).violations(GLOBAL)).isEmpty();
    }

    /** Each line breaks what is sound, and says what the rules must then find. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            CREATE TABLE scratch.plain (id uuid PRIMARY KEY) | scratch.plain: has no organization_id uuid NOT NULL
            CREATE TABLE scratch.parted (LIKE scratch.album INCLUDING ALL) PARTITION BY LIST (organization_id); CREATE TABLE scratch.part PARTITION OF scratch.parted DEFAULT | scratch.part: row security is not enabled
            ALTER TABLE scratch.album DISABLE ROW LEVEL SECURITY | scratch.album: row security is not enabled
            ALTER TABLE scratch.album NO FORCE ROW LEVEL SECURITY | scratch.album: row security is not forced
            DROP POLICY organization ON scratch.album | scratch.album: has 0 policies instead of one
            CREATE POLICY more ON scratch.album USING (true) | scratch.album: has 2 policies instead of one
            ALTER POLICY organization ON scratch.album USING (true) | scratch.album: policy organization is not the one
            ALTER POLICY organization ON scratch.album WITH CHECK (true) | scratch.album: policy organization is not the one
            ALTER POLICY organization ON scratch.album TO claribi_app | scratch.album: policy organization is not the one
            ALTER TABLE scratch.album ALTER organization_id DROP DEFAULT | scratch.album: organization_id does not default to the current organization
            ALTER TABLE scratch.photo DROP CONSTRAINT photo_pkey | scratch.photo: has no primary key
            CREATE INDEX name ON scratch.album (name) | scratch.album: organization_id is not first in index scratch.name
            CREATE UNIQUE INDEX name ON scratch.album (lower(name)) | scratch.album: organization_id is not first in index scratch.name
            CREATE UNIQUE INDEX id ON scratch.album (id, organization_id); ALTER TABLE scratch.photo ADD CONSTRAINT across FOREIGN KEY (album_id, organization_id) REFERENCES scratch.album (id, organization_id) NOT VALID | scratch.photo: organization_id is not first in foreign key across
            CREATE MATERIALIZED VIEW scratch.copy AS SELECT 1 AS one | scratch.copy: holds or shows rows past the policies
            CREATE VIEW scratch.names AS SELECT name FROM scratch.album | scratch.names: holds or shows rows past the policies
            CREATE FUNCTION scratch.borrow() RETURNS int LANGUAGE sql SECURITY DEFINER RETURN 1 | scratch.borrow(): runs with its owner's rights
            GRANT EXECUTE ON PROCEDURE tenancy.isolate(regclass) TO claribi_app | tenancy.isolate(regclass): claribi_app may execute it
            GRANT TRUNCATE ON scratch.album TO claribi_app | scratch.album: claribi_app may TRUNCATE
            GRANT CREATE ON SCHEMA scratch TO claribi_app | scratch: claribi_app may create in it
            GRANT TEMPORARY ON DATABASE claribi TO claribi_app | claribi_app may TEMPORARY in the database
            GRANT USAGE ON SCHEMA migration TO PUBLIC | migration: claribi_app may look into it
            DROP POLICY organization ON connectors.data_source | connectors.data_source: has 0 policies instead of one
            ALTER TABLE dashboards.dashboard NO FORCE ROW LEVEL SECURITY | dashboards.dashboard: row security is not forced
            ALTER TABLE audit.event DISABLE ROW LEVEL SECURITY | audit.event: row security is not enabled
            GRANT UPDATE (outcome) ON audit.event TO claribi_app | audit.event: claribi_app may UPDATE
            GRANT DELETE ON audit.event TO claribi_app | audit.event: claribi_app may DELETE
            """)
    void findsWhatIsNot(String flaw, String finding) throws SQLException {
        execute(SOUND);
        execute(flaw);

        assertThat(new CatalogRules(owner).violations(GLOBAL)).contains(finding);
    }

    @Test
    void findsAGlobalTableThatIsGone() throws SQLException {
        assertThat(new CatalogRules(owner).violations(Set.of("scratch.gone", "migration.flyway_schema_history")))
                .contains("scratch.gone is listed as global and does not exist");
    }

    private void execute(String sql) throws SQLException {
        try (var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }
}
