package io.claribi.identity;

import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Changes the signing keys in time. Every node tries, and one does. */
@Component
class SigningKeyRotation {
    private final SigningKeys keys;

    SigningKeyRotation(SigningKeys keys) {
        this.keys = keys;
    }

    @Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
    void rotate() {
        keys.rotate();
    }
}
