package io.claribi.secrets;

import io.claribi.kernel.AccountId;
import io.claribi.kernel.OrganizationId;
import io.claribi.tenancy.postgres.EmbeddedPostgres;
import io.claribi.tenancy.postgres.ScratchPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How long a new platform key takes to seal 100,000 secrets. No test: it runs only when it is asked for by name. */
class ResealingMeasurement {
    private static final int ORGANIZATIONS = 500;
    private static final int SECRETS_OF_EACH = 100;
    private static final int SECRETS_OF_ACCOUNTS = 50_000;

    @Test
    void sealsAHundredThousandAnew(@TempDir Path folder) throws IOException {
        try (EmbeddedPostgres postgres = ScratchPostgres.start(folder.resolve("database"));
                SecretsNode node = SecretsNode.start(postgres.access(), folder.resolve("keys"))) {
            fill(node);
            node.get(PlatformKeys.class).make();
            node.look();

            long begin = System.nanoTime();
            long left = node.resealEverything();
            Duration time = Duration.ofNanos(System.nanoTime() - begin);

            int secrets = ORGANIZATIONS * SECRETS_OF_EACH + SECRETS_OF_ACCOUNTS;
            System.out.printf(
                    "resealed %,d secrets and %d data keys in %.1f s, %,.0f /s, %d left%n",
                    secrets, ORGANIZATIONS, time.toMillis() / 1000.0, secrets * 1000.0 / time.toMillis(), left);
        }
    }

    private static void fill(SecretsNode node) {
        for (int number = 0; number < ORGANIZATIONS; number++) {
            OrganizationId organization = node.anOrganization();
            node.inOrganization(
                    organization,
                    () -> IntStream.range(0, SECRETS_OF_EACH)
                            .mapToObj(i -> UUID.randomUUID())
                            .peek(record -> node.get(OrganizationSecrets.class)
                                    .put(record, "password", Secret.of("a password of usual length")))
                            .toList());
        }
        for (int done = 0; done < SECRETS_OF_ACCOUNTS; done += 1_000) {
            node.inTransaction(() -> IntStream.range(0, 1_000)
                    .mapToObj(i -> AccountId.next())
                    .peek(account -> node.get(AccountSecrets.class).put(account, "seed", Secret.of("JBSWY3DPEHPK3PXP")))
                    .toList());
        }
    }
}
