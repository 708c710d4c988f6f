package io.claribi.tenancy.postgres;

import java.nio.file.Path;

/** A PostgreSQL of a test's own, for what the one that all tests share must not go through. */
public final class ScratchPostgres {
    private static final Path BINARIES =
            Path.of("target", "test-postgres", "binaries").toAbsolutePath();

    private ScratchPostgres() {}

    public static EmbeddedPostgres start(Path dataDir) {
        return EmbeddedPostgres.start(dataDir, BINARIES, way -> true);
    }
}
