package io.claribi.testing;

import io.claribi.kernel.StartRefused;
import io.claribi.tenancy.DatabaseAccess;
import io.claribi.tenancy.postgres.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.SpringApplication;
import org.springframework.util.FileSystemUtils;

/** The one PostgreSQL of this JVM's tests: the production one, empty at first, its programs kept between runs. */
public final class TestDatabase {
    private static final EmbeddedPostgres POSTGRES = start();

    private TestDatabase() {}

    public static DatabaseAccess access() {
        return POSTGRES.access();
    }

    private static EmbeddedPostgres start() {
        for (int number = 1; ; number++) {
            try {
                return start(Path.of("target", "test-postgres", String.valueOf(number))
                        .toAbsolutePath());
            } catch (StartRefused e) {
                // Another run of the tests in this folder has it.
                if (number == 3) {
                    throw e;
                }
            }
        }
    }

    private static EmbeddedPostgres start(Path dataDir) {
        try {
            var cluster = dataDir.resolve("postgres/cluster");
            if (Files.exists(cluster.resolve("postmaster.pid"))) {
                EmbeddedPostgres.start(dataDir).close();
            }
            FileSystemUtils.deleteRecursively(cluster);
            var postgres = EmbeddedPostgres.start(dataDir);
            // After the contexts, whose pools it serves.
            SpringApplication.getShutdownHandlers().add(() -> close(postgres));
            return postgres;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void close(EmbeddedPostgres postgres) {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
