package io.claribi.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claribi.kernel.AccountId;
import io.claribi.kernel.AppException;
import io.claribi.kernel.StartRefused;
import io.claribi.secrets.keys.PlatformKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Platform keys come and go, on one server and on several, while secrets stay what they are. */
class KeyChangeTest extends KeyTests {
    @Test
    void makesOneKeyWhenTwoServersStartForTheFirstTime() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<SecretsNode>> nodes =
                    threads.invokeAll(List.<Callable<SecretsNode>>of(() -> node("keys"), () -> node("keys")));
            try (SecretsNode one = nodes.getFirst().get();
                    SecretsNode other = nodes.getLast().get()) {
                assertThat(files("keys")).hasSize(1);
                assertThat(one.sealing()).isEqualTo(other.sealing());
            }
        }
    }

    @Test
    void sealsByANewKeyOnlyOnceAllServersHaveIt() throws IOException {
        try (SecretsNode one = node("one")) {
            copyKeys("one", "other");
            try (SecretsNode other = node("other")) {
                String old = one.sealing();
                PlatformKey fresh = makeKey("one");

                one.look();
                assertThat(one.sealing()).isEqualTo(old);

                copyKeys("one", "other");
                other.look();
                one.look();
                assertThat(List.of(one.sealing(), other.sealing())).containsOnly(fresh.id());
            }
        }
    }

    @Test
    void opensByAKeyThatAppearedSinceItLooked() throws IOException {
        AccountId ann = AccountId.next();
        try (SecretsNode one = node("keys");
                SecretsNode other = node("keys")) {
            PlatformKey fresh = makeKey("keys");
            one.inTransaction(() -> one.database().sql("""
                            UPDATE secrets.node
                            SET seen_at = now() - interval '1 minute'
                            """).update());
            one.look();
            one.put(ann, "seed");
            assertThat(one.sealing()).isEqualTo(fresh.id());
            awaitNextLook();

            assertThat(other.open(ann)).contains(Secret.of("seed"));
        }
    }

    @Test
    void refusesToStartWithoutTheKeysThatOthersUse() throws IOException {
        try (SecretsNode one = node("one")) {
            one.put(AccountId.next(), "seed");

            assertThatThrownBy(() -> node("other"))
                    .rootCause()
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining(one.sealing());
            assertThat(folder.resolve("other")).doesNotExist();
        }
    }

    @Test
    void takesARemovedKeyForNoNewOne() throws IOException {
        try (SecretsNode node = node("keys")) {
            Path file = files("keys").getFirst();
            String text = Files.readString(file);
            String old = node.sealing();
            String fresh = node.get(PlatformKeys.class).make();
            node.look();
            node.get(PlatformKeys.class).remove(old);

            Files.writeString(file, text);
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            node.look();

            assertThat(node.sealing()).isEqualTo(fresh);
        }
    }

    @Test
    void refusesToRemoveTheKeyThatSeals() {
        try (SecretsNode node = node("keys")) {
            assertThatThrownBy(() -> node.get(PlatformKeys.class).remove(node.sealing()))
                    .isInstanceOf(AppException.class)
                    .hasMessageContaining("Make another one first");
            assertThatThrownBy(() -> node.get(PlatformKeys.class).remove("000000000000"))
                    .isInstanceOf(AppException.class)
                    .hasMessageContaining("There is no platform key 000000000000");
        }
    }

    private static void awaitNextLook() {
        // A server asks its secrets manager for an unknown key no more than once a second.
        long until = System.nanoTime() + 1_100_000_000L;
        Awaitility.await().until(() -> System.nanoTime() > until);
    }
}
