package io.claribi.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.claribi.secrets.Secret;
import io.claribi.secrets.ServerSecrets;
import io.claribi.tenancy.DataDirectory;
import io.claribi.tenancy.Database;
import io.claribi.testing.ServerTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.support.TransactionTemplate;

@ServerTest
class ServerKeyTest {
    private static final byte[] MESSAGE = {1, 2, 3};

    @TempDir
    Path folder;

    private final ServerKey key;
    private final ServerSecrets secrets;
    private final TransactionTemplate transaction;
    private final Database database;

    ServerKeyTest(ServerKey key, ServerSecrets secrets, TransactionTemplate transaction, Database database) {
        this.key = key;
        this.secrets = secrets;
        this.transaction = transaction;
        this.database = database;
    }

    @Test
    void isTheSameOnAllNodes() {
        assertThat(anotherNodes().hmac(MESSAGE)).isEqualTo(key.hmac(MESSAGE));
    }

    @Test
    void takesTheFileOfAnOlderVersionOver() throws IOException {
        Path file = Files.createDirectories(folder.resolve("keys")).resolve("refresh.key");
        byte[] old = new byte[32];
        old[7] = 42;

        Secret taken = transaction.execute(status -> {
            status.setRollbackOnly();
            database.sql("DELETE FROM secrets.server_secret WHERE name = 'refresh_key'")
                    .update();
            write(file, old);
            anotherNodes();
            return secrets.find("refresh_key").orElseThrow();
        });

        assertThat(taken.<Boolean>use(Base64.getEncoder().encodeToString(old)::equals))
                .isTrue();
        assertThat(file).doesNotExist();
    }

    private ServerKey anotherNodes() {
        var other = new ServerKey(secrets, transaction, new DataDirectory(folder));
        other.afterSingletonsInstantiated();
        return other;
    }

    private static void write(Path file, byte[] bytes) {
        try {
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
