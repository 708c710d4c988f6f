package io.claribi.identity;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code claribi.identity.*}.
 *
 * @param accessTokenLife how long a role or a revocation could at most be out of date if nothing else were checked
 * @param refreshGrace how long a spent refresh token is still answered with its successor
 * @param sessionIdle a session not refreshed for so long is over
 * @param sessionLife a session is over after so long, used or not
 * @param signingKeyLife how long a node signs with one key
 * @param passwordWorkers how many passwords are hashed at once, at 19 MiB each; 0 means one a processor
 * @param passwordQueue how many more may wait
 */
@ConfigurationProperties("claribi.identity")
record IdentitySettings(
        @DefaultValue("5m") Duration accessTokenLife,
        @DefaultValue("10s") Duration refreshGrace,
        @DefaultValue("30m") Duration sessionIdle,
        @DefaultValue("30d") Duration sessionLife,
        @DefaultValue("24h") Duration signingKeyLife,
        @DefaultValue("0") int passwordWorkers,
        @DefaultValue("200") int passwordQueue) {
    IdentitySettings {
        if (accessTokenLife.compareTo(Duration.ofMinutes(15)) > 0) {
            throw new IllegalArgumentException("claribi.identity.access-token-life must not exceed 15 minutes");
        }
        if (sessionIdle.compareTo(accessTokenLife) < 0) {
            throw new IllegalArgumentException(
                    "claribi.identity.session-idle must not be shorter than claribi.identity.access-token-life");
        }
        if (passwordWorkers <= 0) {
            passwordWorkers = Runtime.getRuntime().availableProcessors();
        }
    }
}
