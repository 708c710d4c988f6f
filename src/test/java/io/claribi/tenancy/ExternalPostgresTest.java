package io.claribi.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claribi.kernel.StartRefused;
import io.claribi.tenancy.postgres.Superuser;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class ExternalPostgresTest {
    private static final String ANYBODY_MAY_SET = """
            GRANT EXECUTE ON FUNCTION pg_catalog.set_config(text, text, boolean) TO PUBLIC
            """;
    private static final String OWNER_IS_SUPERUSER = """
            ALTER ROLE claribi_owner SUPERUSER
            """;

    @TempDir
    private Path dataDir;

    @Test
    void saysWhatASuperuserMustTakeFromTheApplication(CapturedOutput output) throws IOException {
        try (var postgres = Superuser.startAfter(dataDir, ANYBODY_MAY_SET)) {
            ExternalPostgres.prepare(postgres.access());

            assertThat(output)
                    .contains(
                            "claribi_app may call set_config",
                            "REVOKE EXECUTE ON FUNCTION pg_catalog.set_config(text, text, boolean) FROM PUBLIC",
                            "TO claribi_owner;");
        }
    }

    @Test
    void takesItWhereTheOwnerMay(CapturedOutput output) throws IOException {
        try (var postgres = Superuser.startAfter(dataDir, ANYBODY_MAY_SET + OWNER_IS_SUPERUSER)) {
            ExternalPostgres.prepare(postgres.access());

            assertThat(output).doesNotContain("may call set_config");
        }
    }

    @Test
    void refusesARoleThatIsNotFitBeforeAnythingIsMadeForIt() throws IOException {
        try (var postgres = Superuser.startAfter(dataDir, "ALTER ROLE claribi_app BYPASSRLS\n")) {
            assertThatThrownBy(() -> ExternalPostgres.prepare(postgres.access()))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("claribi_app has BYPASSRLS");
        }
    }

    @Test
    void saysThatTheRoleThatServesCannotLogIn() throws IOException {
        try (var postgres = Superuser.startAfter(dataDir, "")) {
            DatabaseAccess access = postgres.access();
            var mistyped = new DatabaseAccess(
                    access.url(), access.owner(), new DatabaseAccess.Login("claribi_app", "mistyped"));

            assertThatThrownBy(() -> ExternalPostgres.prepare(mistyped))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("does not serve claribi_app")
                    .hasMessageNotContaining("mistyped");
        }
    }

    @Test
    void saysThatAnotherRoleWasGivenWhatIsThere() throws IOException {
        try (var postgres = Superuser.startAfter(dataDir, "CREATE SCHEMA tenancy AUTHORIZATION claribi_owner\n")) {
            assertThatThrownBy(() -> ExternalPostgres.prepare(postgres.access()))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("claribi_app may not use what the server has made");
        }
    }
}
