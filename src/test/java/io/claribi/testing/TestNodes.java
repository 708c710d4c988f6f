package io.claribi.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** Servers that share a database: the first one's embedded PostgreSQL, which the others are told to be an external one. */
public final class TestNodes {
    private TestNodes() {}

    /** Starts another node beside a server, with a data directory of its own and the same keys. */
    public static ServerProcess join(ServerProcess first, Path dataDir, String... settings) {
        Path postgres = first.dataDir().resolve("postgres");
        try (var in = Files.newInputStream(postgres.resolve("passwords.properties"))) {
            var passwords = new Properties();
            passwords.load(in);
            var arguments = new ArrayList<>(List.of(settings));
            arguments.add("--claribi.database.url=jdbc:postgresql://127.0.0.1:%s/claribi"
                    .formatted(Files.readString(postgres.resolve("port")).strip()));
            arguments.add("--claribi.database.owner.password=" + passwords.getProperty("owner"));
            arguments.add("--claribi.database.app.password=" + passwords.getProperty("app"));
            arguments.add("--claribi.secrets.key-dir=" + first.dataDir().resolve("keys"));
            return ServerProcess.start(dataDir, arguments.toArray(String[]::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
