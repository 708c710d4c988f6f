package io.claribi.secrets;

import io.claribi.secrets.keys.KeyFiles;
import io.claribi.secrets.keys.PlatformKey;
import io.claribi.tenancy.PrivateFiles;
import io.claribi.tenancy.postgres.EmbeddedPostgres;
import io.claribi.tenancy.postgres.ScratchPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What tests of platform keys share: a database of their own, and keys in folders beside it. */
abstract class KeyTests {
    static EmbeddedPostgres postgres;

    @TempDir
    Path folder;

    @BeforeAll
    static void startADatabaseOfItsOwn(@TempDir Path data) {
        postgres = ScratchPostgres.start(data);
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @BeforeEach
    void forgetTheTestBefore() throws SQLException {
        try (var connection = postgres.access().connect(postgres.access().owner());
                var statement = connection.createStatement()) {
            statement.execute("""
                    DO $$
                    BEGIN
                        IF to_regnamespace('secrets') IS NOT NULL THEN
                            TRUNCATE tenancy.organization, secrets.organization_key, secrets.account_secret,
                                secrets.server_secret, secrets.resealing, secrets.platform_key, secrets.removed_key,
                                secrets.node CASCADE;
                        END IF;
                    END
                    $$
                    """);
        }
    }

    SecretsNode node(String keys) {
        return SecretsNode.start(postgres.access(), folder.resolve(keys));
    }

    PlatformKey makeKey(String keys) {
        return new KeyFiles(folder.resolve(keys), Clock.systemUTC()).make();
    }

    void copyKeys(String from, String to) throws IOException {
        PrivateFiles.createFolders(folder.resolve(to));
        for (Path file : files(from)) {
            Path copy = folder.resolve(to).resolve(file.getFileName());
            if (!Files.exists(copy)) {
                Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    List<Path> files(String keys) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(keys))) {
            return files.toList();
        }
    }

    static String uses(SecretsNode node, String key) {
        return node.get(PlatformKeys.class).list().stream()
                .filter(status -> status.id().equals(key))
                .findFirst()
                .orElseThrow()
                .seals();
    }
}
