package io.claribi.testing;

import io.claribi.tenancy.DatabaseAccess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Gives each server under test the shared PostgreSQL with its keys, and a data directory of its own. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class TestServer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final Path KEYS = folder("keys");
    private static final List<Path> FOLDERS = new CopyOnWriteArrayList<>();

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        configure(context, TestDatabase.access());
    }

    static void configure(ConfigurableApplicationContext context, DatabaseAccess access) {
        Path folder = folder("server");
        FOLDERS.add(folder);
        TestPropertyValues.of(
                        "claribi.data-dir=" + folder,
                        "claribi.secrets.key-dir=" + KEYS,
                        // All tests come from one address.
                        "claribi.identity.throttle.mails=100000",
                        "claribi.database.url=" + access.url(),
                        "claribi.database.owner.username=" + access.owner().username(),
                        "claribi.database.owner.password=" + access.owner().password(),
                        "claribi.database.app.username=" + access.app().username(),
                        "claribi.database.app.password=" + access.app().password())
                .applyTo(context);
    }

    /** The data directories of this JVM's servers. */
    static List<Path> folders() {
        return FOLDERS;
    }

    private static Path folder(String name) {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target", "test-data")), name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
