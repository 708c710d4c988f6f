package io.claribi.tenancy.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Does what only the superuser may, who can log in from nowhere: on a cluster at rest. */
public final class Superuser {
    private static final Path BINARIES =
            Path.of("target", "test-postgres", "binaries").toAbsolutePath();

    private Superuser() {}

    /** A running PostgreSQL in the folder, in which the statements, a line each, have been done. */
    public static EmbeddedPostgres startAfter(Path dataDir, String sql) throws IOException {
        if (!Files.exists(dataDir.resolve("postgres"))) {
            EmbeddedPostgres.start(dataDir, BINARIES, way -> true).close();
        }
        var runAs = RunAs.choose(Optional.empty(), way -> true);
        var folder = dataDir.resolve("postgres");
        new Cluster(folder.resolve("cluster"), new Programs(PostgresBinaries.unpack(BINARIES), folder, runAs), runAs)
                .execute(ClusterSetup.DATABASE, sql);
        return EmbeddedPostgres.start(dataDir, BINARIES, way -> true);
    }
}
