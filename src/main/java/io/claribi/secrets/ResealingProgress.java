package io.claribi.secrets;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the servers are with sealing everything anew by the newest key.
 *
 * @param finishedAt absent while it is under way
 * @param organizations that had a data key to be renewed at the beginning
 * @param organizationSecretsDone how many there are in all is not known without looking into every organization
 */
public record ResealingProgress(
        Instant beganAt,
        @Nullable Instant finishedAt,
        long organizations,
        long organizationsDone,
        long organizationSecretsDone,
        long accountSecrets,
        long accountSecretsDone,
        long serverSecrets,
        long serverSecretsDone) {

    /** Such as: 40 of 100 organizations (1,234 secrets), 5 of 10 secrets of accounts, 3 of 3 of the server. */
    public String told() {
        return "%,d of %,d organizations (%,d secrets), %,d of %,d secrets of accounts, %,d of %,d of the server"
                .formatted(
                        organizationsDone,
                        organizations,
                        organizationSecretsDone,
                        accountSecretsDone,
                        accountSecrets,
                        serverSecretsDone,
                        serverSecrets);
    }
}
