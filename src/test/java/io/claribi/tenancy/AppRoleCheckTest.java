package io.claribi.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claribi.kernel.StartRefused;
import io.claribi.tenancy.postgres.Superuser;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The server does not start with a role that could get round a policy. */
class AppRoleCheckTest {
    private static final String ROLES = """
            CREATE ROLE almighty SUPERUSER
            CREATE ROLE exempt BYPASSRLS
            CREATE ROLE friend IN ROLE exempt
            CREATE TABLE estate (id int)
            """;

    private static final String RESET = """
            ALTER ROLE claribi_app NOSUPERUSER NOBYPASSRLS INHERIT
            REVOKE almighty, exempt, friend, claribi_owner, pg_read_server_files FROM claribi_app
            ALTER TABLE estate OWNER TO postgres
            ALTER DATABASE claribi OWNER TO claribi_owner
            """;

    @TempDir
    private static Path dataDir;

    @BeforeAll
    static void makeRoles() throws IOException {
        Superuser.startAfter(dataDir, ROLES).close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ALTER ROLE claribi_app SUPERUSER | claribi_app is superuser
            ALTER ROLE claribi_app BYPASSRLS | claribi_app has BYPASSRLS
            ALTER TABLE estate OWNER TO claribi_app | claribi_app owns tables
            ALTER DATABASE claribi OWNER TO claribi_app | claribi_app owns the database
            GRANT almighty TO claribi_app | almighty is superuser
            GRANT friend TO claribi_app | exempt has BYPASSRLS
            GRANT friend TO claribi_app WITH INHERIT FALSE | exempt has BYPASSRLS
            GRANT claribi_owner TO claribi_app | claribi_owner owns the database
            GRANT pg_read_server_files TO claribi_app | pg_read_server_files reaches the files of the database server
            """)
    void refusesARoleThatCouldGetRoundAPolicy(String change, String reason) throws IOException {
        try (var postgres = Superuser.startAfter(dataDir, RESET + change + "\n");
                var pool = new TestPool(postgres.access(), 1)) {
            assertThatThrownBy(() -> new AppRoleCheck(pool.database(), pool.transactionManager()))
                    .isInstanceOfSatisfying(
                            StartRefused.class, e -> assertThat(e.remedy()).contains("claribi.database.app"))
                    .hasMessageContaining(reason);
        }
    }

    @Test
    void acceptsTheRoleAsItIsMade() throws IOException {
        try (var postgres = Superuser.startAfter(dataDir, RESET);
                var pool = new TestPool(postgres.access(), 1)) {
            assertThat(new AppRoleCheck(pool.database(), pool.transactionManager()))
                    .isNotNull();
        }
    }
}
