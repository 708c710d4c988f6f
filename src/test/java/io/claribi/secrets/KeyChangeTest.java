package io.claribi.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claribi.kernel.AccountId;
import io.claribi.kernel.AppException;
import io.claribi.kernel.OrganizationId;
import io.claribi.kernel.StartRefused;
import io.claribi.secrets.keys.KeyFiles;
import io.claribi.secrets.keys.PlatformKey;
import io.claribi.tenancy.PrivateFiles;
import io.claribi.tenancy.postgres.EmbeddedPostgres;
import io.claribi.tenancy.postgres.ScratchPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Platform keys come, go and get lost, on one server and on several, while secrets stay what they are. */
@ExtendWith(OutputCaptureExtension.class)
class KeyChangeTest {
    private static EmbeddedPostgres postgres;

    @TempDir
    private Path folder;

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
    void sealsEverythingAnewAndLetsTheOldKeyGo() throws IOException {
        AccountId ann = AccountId.next();
        UUID source = UUID.randomUUID();
        try (SecretsNode node = node("keys")) {
            OrganizationId acme = node.anOrganization();
            node.put(acme, source, "password");
            node.put(ann, "seed");
            node.serverSecret("hmac", "first");
            UUID oldDataKey = dataKey(node, acme);
            String old = node.sealing();
            PlatformKeys keys = node.get(PlatformKeys.class);

            String fresh = keys.make();
            assertThatThrownBy(() -> keys.remove(old))
                    .isInstanceOf(AppException.class)
                    .hasMessageContaining(
                            "still seals the secrets of 1 organization, 1 secret of an account and 1 secret");
            node.look();
            assertThat(node.resealEverything()).isZero();

            assertThat(dataKey(node, acme)).isNotEqualTo(oldDataKey);
            assertThat(keys.progress())
                    .hasValueSatisfying(
                            progress -> assertThat(progress.told())
                                    .isEqualTo(
                                            "1 of 1 organizations (1 secrets), 1 of 1 secrets of accounts, 1 of 1 of the server"));
            assertThat(audited(node, acme)).containsExactly("secret.rotated");
            keys.remove(old);
            assertThat(files("keys")).singleElement().asString().contains(fresh);
            assertThat(node.open(acme, source)).contains(Secret.of("password"));
        }
        try (SecretsNode node = node("keys")) {
            assertThat(node.open(ann)).contains(Secret.of("seed"));
            assertThat(node.serverSecret("hmac", "second")).isEqualTo(Secret.of("first"));
        }
    }

    @Test
    void goesOnWhereItWasInterrupted() {
        List<AccountId> accounts = Stream.generate(AccountId::next)
                .limit(3 * ResealingBatch.ROWS / 2)
                .toList();
        try (SecretsNode node = node("keys")) {
            node.inTransaction(() -> {
                accounts.forEach(account -> node.put(account, account.toString()));
                return accounts;
            });
            String old = node.sealing();
            String fresh = node.get(PlatformKeys.class).make();
            node.look();
            node.inTransaction(() -> {
                node.get(ResealingStore.class).begin(fresh, Set.of(old));
                return node.get(AccountResealing.class)
                        .reseal(new Resealing.Keys(fresh, Set.of(old)), ResealingBatch.Position.START);
            });

            node.resealEverything();

            assertThat(accounts)
                    .allSatisfy(account -> assertThat(node.open(account)).contains(Secret.of(account.toString())));
            assertThat(uses(node, old)).isEqualTo("nothing");
        }
    }

    @Test
    void goesOnAfterAKill() throws Exception {
        List<AccountId> accounts =
                Stream.generate(AccountId::next).limit(40 * ResealingBatch.ROWS).toList();
        try (SecretsNode node = node("keys")) {
            node.inTransaction(() -> {
                accounts.forEach(account -> node.put(account, account.toString()));
                return accounts;
            });
            String old = node.sealing();
            PlatformKeys keys = node.get(PlatformKeys.class);
            keys.make();
            node.look();

            Process process = ResealingProcess.start(postgres.access(), folder.resolve("keys"));
            Awaitility.await()
                    .pollInterval(Duration.ofMillis(5))
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> keys.progress()
                            .filter(progress -> progress.accountSecretsDone() > 0)
                            .isPresent());
            process.destroyForcibly().waitFor();
            assertThat(uses(node, old)).contains("secrets of accounts");
            // PostgreSQL takes a moment to see that the killed one is gone, and its lock with it.
            Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> {
                node.resealEverything();
                return uses(node, old).equals("nothing");
            });

            assertThat(keys.progress().orElseThrow().accountSecretsDone()).isEqualTo(accounts.size());
            assertThat(accounts)
                    .allSatisfy(account -> assertThat(node.open(account)).contains(Secret.of(account.toString())));
        }
    }

    @Test
    void losesNothingThatIsPutMeanwhile() throws Exception {
        try (SecretsNode node = node("keys")) {
            OrganizationId acme = node.anOrganization();
            List<UUID> records = Stream.generate(UUID::randomUUID).limit(1_200).toList();
            records.forEach(record -> node.put(acme, record, "old " + record));
            String old = node.sealing();
            node.get(PlatformKeys.class).make();
            node.look();
            var done = new AtomicBoolean();

            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Future<Integer>> writers = IntStream.range(0, 4)
                        .mapToObj(writer -> threads.submit(() -> rewrite(node, acme, records, writer, done)))
                        .toList();
                node.resealEverything();
                done.set(true);
                for (Future<Integer> writer : writers) {
                    assertThat(writer.get()).isPositive();
                }
            }
            node.resealEverything();

            assertThat(records)
                    .allSatisfy(record -> assertThat(node.open(acme, record))
                            .hasValueSatisfying(
                                    secret -> assertThat(secret.<Boolean>use(text -> text.endsWith(record.toString())))
                                            .isTrue()));
            assertThat(uses(node, old)).isEqualTo("nothing");
        }
    }

    private static int rewrite(
            SecretsNode node, OrganizationId acme, List<UUID> records, int writer, AtomicBoolean done) {
        int written = 0;
        for (int index = writer; !done.get(); index += 4) {
            UUID record = records.get(index % records.size());
            node.put(acme, record, "new " + record);
            written++;
        }
        return written;
    }

    @Test
    void leavesAnAlteredSecretAsItIs(CapturedOutput output) {
        AccountId ann = AccountId.next();
        AccountId bob = AccountId.next();
        try (SecretsNode node = node("keys")) {
            node.put(ann, "ann's");
            node.put(bob, "bob's");
            node.inTransaction(() -> node.database()
                    .sql("""
                            UPDATE secrets.account_secret
                            SET sealed = (SELECT sealed FROM secrets.account_secret WHERE account_id = :bob)
                            WHERE account_id = :ann
                            """)
                    .param("ann", ann.value())
                    .param("bob", bob.value())
                    .update());
            String old = node.sealing();
            node.get(PlatformKeys.class).make();
            node.look();

            assertThat(node.resealEverything()).isOne();

            assertThat(uses(node, old)).isEqualTo("1 secret of an account");
            assertThat(node.open(bob)).contains(Secret.of("bob's"));
            assertThat(output).contains("was put there from another place").doesNotContain("bob's");
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

    private SecretsNode node(String keys) {
        return SecretsNode.start(postgres.access(), folder.resolve(keys));
    }

    private PlatformKey makeKey(String keys) {
        return new KeyFiles(folder.resolve(keys), Clock.systemUTC()).make();
    }

    private void copyKeys(String from, String to) throws IOException {
        PrivateFiles.createFolders(folder.resolve(to));
        for (Path file : files(from)) {
            Path copy = folder.resolve(to).resolve(file.getFileName());
            if (!Files.exists(copy)) {
                Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    private List<Path> files(String keys) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(keys))) {
            return files.toList();
        }
    }

    private static UUID dataKey(SecretsNode node, OrganizationId organization) {
        return node.inOrganization(
                organization,
                () -> node.database()
                        .sql("SELECT id FROM secrets.data_key")
                        .query(UUID.class)
                        .single());
    }

    private static List<String> audited(SecretsNode node, OrganizationId organization) {
        return node.inOrganization(
                organization,
                () -> node.database()
                        .sql("SELECT type FROM audit.event")
                        .query(String.class)
                        .list());
    }

    private static String uses(SecretsNode node, String key) {
        return node.get(PlatformKeys.class).list().stream()
                .filter(status -> status.id().equals(key))
                .findFirst()
                .orElseThrow()
                .seals();
    }

    private static void awaitNextLook() {
        // A server asks its secrets manager for an unknown key no more than once a second.
        long until = System.nanoTime() + 1_100_000_000L;
        Awaitility.await().until(() -> System.nanoTime() > until);
    }

    private static void assertUnreadable(Callable<?> opening) {
        assertThatThrownBy(opening::call)
                .isInstanceOfSatisfying(
                        AppException.class, e -> assertThat(e.code()).isEqualTo(SecretsError.SECRET_UNREADABLE));
    }
}
