package io.claribi.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claribi.kernel.AccountId;
import io.claribi.kernel.AppException;
import io.claribi.kernel.OrganizationId;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Everything is sealed anew by the newest key, whatever comes between. */
@ExtendWith(OutputCaptureExtension.class)
class ResealingTest extends KeyTests {
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
}
