package io.claribi.identity;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The keys of all nodes. Each node makes its own at its first token and again every day, and publishes the public half
 * before it signs with it; so there is no private key at rest to steal or to rotate by hand, and a token outlives the
 * node that made it.
 */
@Component
class SigningKeys {
    /** How often an unknown key id may send a node to the database: forged ones must cost nothing. */
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    /** How long a key verifies after it signs no more, beyond the life of its last token. */
    private static final Duration OVERLAP = Duration.ofMinutes(10);

    private final SigningKeyStore store;
    private final IdentitySettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;

    private @Nullable SigningKey own;
    private volatile Map<String, ECKey> good = Map.of();
    private volatile Instant lastLook = Instant.MIN;

    SigningKeys(SigningKeyStore store, IdentitySettings settings, TransactionTemplate transaction, Clock clock) {
        this.store = store;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The key to sign with; never called in a transaction, which could take its publication back. */
    synchronized ECKey signing() {
        Instant now = clock.instant();
        if (own == null || !now.isBefore(own.retiresAt())) {
            if (TransactionSynchronizationManager.isActualTransactionActive()) {
                throw new IllegalStateException("Tokens are issued after the transaction");
            }
            SigningKey next = SigningKey.generate(now.plus(settings.signingKeyLife()));
            transaction.executeWithoutResult(status -> {
                store.deleteExpired(now);
                store.insert(
                        next.pair().toPublicJWK(),
                        next.retiresAt().plus(settings.accessTokenLife()).plus(OVERLAP));
            });
            own = next;
            look(now);
        }
        return own.pair();
    }

    /** The public key of this id, if it is one of ours. */
    Optional<ECKey> find(String keyId) {
        ECKey known = good.get(keyId);
        if (known == null) {
            lookAgain();
            known = good.get(keyId);
        }
        return Optional.ofNullable(known);
    }

    /** Every key that a good token may be signed with (RFC 7517 §5). */
    JWKSet published() {
        List<JWK> keys = transaction.execute(status -> List.copyOf(store.listGood(clock.instant())));
        return new JWKSet(keys);
    }

    private synchronized void lookAgain() {
        Instant now = clock.instant();
        if (lastLook.isBefore(now.minus(BETWEEN_LOOKS))) {
            look(now);
        }
    }

    private void look(Instant now) {
        good = transaction.execute(status -> store.listGood(now)).stream()
                .collect(Collectors.toUnmodifiableMap(ECKey::getKeyID, key -> key));
        lastLook = now;
    }
}
