package io.claribi.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claribi.kernel.AccountId;
import io.claribi.kernel.AppException;
import io.claribi.kernel.OrganizationId;
import io.claribi.secrets.keys.PlatformKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A platform key that is lost or damaged costs what it sealed and nothing else. */
@ExtendWith(OutputCaptureExtension.class)
class LostKeyTest extends KeyTests {
    @Test
    void startsWithoutALostKeyAndSaysWhatItCannotOpen(CapturedOutput output) throws IOException {
        AccountId ann = AccountId.next();
        UUID source = UUID.randomUUID();
        OrganizationId acme;
        String lost;
        try (SecretsNode node = node("keys")) {
            acme = node.anOrganization();
            node.put(acme, source, "password");
            node.put(ann, "seed");
            node.serverSecret("hmac", "first");
            lost = node.sealing();
        }
        Files.move(folder.resolve("keys"), folder.resolve("kept"));

        try (SecretsNode node = node("keys")) {
            assertThat(output)
                    .contains("Platform key %s is not in %s".formatted(lost, folder.resolve("keys")))
                    .contains(
                            "the secrets of 1 organization, 1 secret of an account and 1 secret of the server can't be");
            assertUnreadable(() -> node.open(acme, source));
            assertUnreadable(() -> node.open(ann));
            assertThat(node.serverSecret("hmac", "second")).isEqualTo(Secret.of("second"));
            assertThat(node.resealEverything()).isZero();

            UUID another = UUID.randomUUID();
            node.put(acme, another, "new");
            assertThat(node.open(acme, another)).contains(Secret.of("new"));
            assertUnreadable(() -> node.open(acme, source));
        }

        copyKeys("kept", "keys");
        try (SecretsNode node = node("keys")) {
            assertThat(node.open(acme, source)).contains(Secret.of("password"));
            assertThat(node.open(ann)).contains(Secret.of("seed"));
            assertThat(node.serverSecret("hmac", "third")).isEqualTo(Secret.of("second"));
        }
    }

    @Test
    void takesAnotherKeyUnderTheSameNameForWhatItIs(CapturedOutput output) throws IOException {
        AccountId ann = AccountId.next();
        try (SecretsNode node = node("keys")) {
            node.put(ann, "seed");
        }
        Path file = files("keys").getFirst();
        PlatformKey wrong = makeKey("elsewhere");
        Files.writeString(file, wrong.key().text());

        try (SecretsNode node = node("keys")) {
            assertUnreadable(() -> node.open(ann));
            assertThat(node.sealing()).isEqualTo(wrong.id());
            assertThat(output).contains("1 secret of an account can't be opened without it");
        }
    }

    @Test
    void savesWhatAKeyHasSealedWhoseFileIsGone() throws IOException {
        AccountId ann = AccountId.next();
        try (SecretsNode node = node("keys")) {
            node.put(ann, "seed");
            for (Path file : files("keys")) {
                Files.delete(file);
            }
            PlatformKey fresh = makeKey("keys");
            node.look();
            assertThat(node.sealing()).isEqualTo(fresh.id());

            node.resealEverything();
        }

        try (SecretsNode node = node("keys")) {
            assertThat(node.open(ann)).contains(Secret.of("seed"));
        }
    }

    private static void assertUnreadable(Callable<?> opening) {
        assertThatThrownBy(opening::call)
                .isInstanceOfSatisfying(
                        AppException.class, e -> assertThat(e.code()).isEqualTo(SecretsError.SECRET_UNREADABLE));
    }
}
