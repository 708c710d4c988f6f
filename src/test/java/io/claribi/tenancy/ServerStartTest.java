package io.claribi.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claribi.Claribi;
import io.claribi.kernel.StartRefused;
import io.claribi.testing.TestDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

/** What an operator meets when the server starts, or does not. */
@ExtendWith(OutputCaptureExtension.class)
class ServerStartTest {
    @TempDir
    private Path dataDir;

    @Test
    void bringsItsOwnPostgresAndTakesItDownAgain() {
        try (var server = start()) {
            assertThat(server.getBean(DatabaseHealth.class).health())
                    .extracting(Health::getStatus)
                    .isEqualTo(Status.UP);
            assertThat(dataDir.resolve("postgres/cluster/postmaster.pid")).exists();
        }

        assertThat(dataDir.resolve("postgres/cluster/postmaster.pid")).doesNotExist();
    }

    @Test
    void refusesTheOwnerAsTheRoleThatServes(CapturedOutput output) {
        DatabaseAccess spoilt = TestDatabase.access("spoilt");
        DatabaseAccess.Login owner = spoilt.owner();

        assertThatThrownBy(() -> startOn(spoilt, owner.username(), owner.password()))
                .rootCause()
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("claribi_owner owns the database");
        assertThat(output).contains("APPLICATION FAILED TO START", "Give claribi.database.app a role of its own");
    }

    @Test
    void saysThatAnExternalDatabaseCannotBeReached(CapturedOutput output) {
        assertThatThrownBy(() -> startOn("jdbc:postgresql://127.0.0.1:1/claribi", "claribi_app", "secret"))
                .hasStackTraceContaining("StartRefused");
        assertThat(output)
                .contains("PostgreSQL at claribi.database.url does not serve claribi_owner")
                .doesNotContain("secret");
    }

    @Test
    void hasNoDefaultPassword(CapturedOutput output) {
        assertThatThrownBy(() -> startOn("jdbc:postgresql://127.0.0.1:1/claribi", "claribi_app", ""))
                .hasStackTraceContaining("StartRefused");
        assertThat(output).contains("claribi.database.app.password is missing.");
    }

    @Test
    void takesNoOtherDatabaseThanPostgres(CapturedOutput output) {
        assertThatThrownBy(() -> startOn("jdbc:mysql://127.0.0.1/claribi", "claribi_app", "secret"))
                .hasStackTraceContaining("StartRefused");
        assertThat(output).contains("claribi.database.url is not the address of a PostgreSQL.");
    }

    private ConfigurableApplicationContext startOn(String url, String app, String password) {
        return startOn(url, "an owner's password", app, password);
    }

    private ConfigurableApplicationContext startOn(DatabaseAccess database, String app, String password) {
        return startOn(database.url(), database.owner().password(), app, password);
    }

    private ConfigurableApplicationContext startOn(String url, String ownerPassword, String app, String password) {
        return start(
                "--claribi.database.url=" + url,
                "--claribi.database.owner.password=" + ownerPassword,
                "--claribi.database.app.username=" + app,
                "--claribi.database.app.password=" + password);
    }

    private ConfigurableApplicationContext start(String... settings) {
        var arguments = new ArrayList<>(List.of("--server.port=0", "--claribi.data-dir=" + dataDir));
        arguments.addAll(List.of(settings));
        return SpringApplication.run(Claribi.class, arguments.toArray(String[]::new));
    }
}
