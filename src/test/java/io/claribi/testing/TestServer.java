package io.claribi.testing;

import io.claribi.planted.Planted;
import io.claribi.planted.Planted.Kind;
import io.claribi.planted.PlantedSecretsCheck;
import io.claribi.tenancy.DatabaseAccess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Gives each server under test the shared PostgreSQL with its keys and data directory. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class TestServer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    // The servers of a JVM are nodes of one: each may run a job that another one took in.
    static final Path DATA = folder("server");

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        configure(context, TestDatabase.access(), DATA);
    }

    static void configure(ConfigurableApplicationContext context, DatabaseAccess access, Path dataDir) {
        plant(access, dataDir, context);
        TestPropertyValues.of(
                        "claribi.data-dir=" + dataDir,
                        // All tests come from one address.
                        "claribi.identity.throttle.mails=100000",
                        "claribi.database.url=" + access.url(),
                        "claribi.database.owner.username=" + access.owner().username(),
                        "claribi.database.owner.password=" + access.owner().password(),
                        "claribi.database.app.username=" + access.app().username(),
                        "claribi.database.app.password=" + access.app().password())
                .applyTo(context);
    }

    private static void plant(DatabaseAccess access, Path dataDir, ConfigurableApplicationContext context) {
        Planted.plant(Kind.KEY, access.owner().password());
        Planted.plant(Kind.KEY, access.app().password());
        PlantedSecretsCheck.includeData(dataDir);
        context.addApplicationListener((WebServerInitializedEvent event) -> {
            if ("management".equals(event.getApplicationContext().getServerNamespace())) {
                PlantedSecretsCheck.includeMetrics(event.getWebServer().getPort());
            }
        });
    }

    static Path folder(String name) {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target", "test-data")), name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
