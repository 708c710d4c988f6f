package io.claribi.testing;

import io.claribi.kernel.StartRefused;
import io.claribi.tenancy.DatabaseAccess;
import io.claribi.tenancy.postgres.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.springframework.boot.SpringApplication;
import org.springframework.util.FileSystemUtils;

/** The PostgreSQLs of this JVM's tests: the production one, empty at first, its programs kept between runs. */
public final class TestDatabase {
    private static final ConcurrentMap<String, EmbeddedPostgres> POSTGRES = new ConcurrentHashMap<>();

    private TestDatabase() {}

    /** The one that almost all share. */
    public static DatabaseAccess access() {
        return access("");
    }

    /** One of its own, for servers that must not take over the others' background work, or that spoil it. */
    public static DatabaseAccess access(String name) {
        return POSTGRES.computeIfAbsent(name, TestDatabase::start).access();
    }

    /** All that tests have used so far. */
    public static List<DatabaseAccess> all() {
        return POSTGRES.values().stream().map(EmbeddedPostgres::access).toList();
    }

    private static EmbeddedPostgres start(String name) {
        for (int number = 1; ; number++) {
            try {
                return start(Path.of("target", "test-postgres", name + number).toAbsolutePath());
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
