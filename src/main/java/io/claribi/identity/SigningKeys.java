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
 * The keys of access tokens, shared by all nodes and changed every day. A key is published before it signs, so that
 * everybody knows it when the first token comes, and verifies until the last token that it signed has expired. Only when
 * there is none that signs, at the first start or when the private halves can't be opened any more, one signs at once.
 */
@Component
class SigningKeys {
    /** How often an unknown key id may send a node to the database: forged ones must cost nothing. */
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    /** How long a node signs with what it found last. */
    private static final Duration FRESH = Duration.ofMinutes(1);
    /** How long a key is published before it signs, unless keys live for less than four times that. */
    private static final Duration LONGEST_LEAD = Duration.ofMinutes(10);
    /** How long a key verifies beyond the life of its last token. */
    private static final Duration OVERLAP = Duration.ofMinutes(10);

    private final SigningKeyStore store;
    private final IdentitySettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;

    private volatile @Nullable Found found;
    private volatile Map<String, ECKey> good = Map.of();
    private volatile Instant lastLook = Instant.MIN;

    SigningKeys(SigningKeyStore store, IdentitySettings settings, TransactionTemplate transaction, Clock clock) {
        this.store = store;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The key to sign with; not called in a transaction, which could take its publication back. */
    ECKey signing() {
        Instant now = clock.instant();
        Found last = found;
        return (last != null && last.isFresh(now) ? last.key() : find(now)).pair();
    }

    private synchronized SigningKey find(Instant now) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("Tokens are issued after the transaction");
        }
        Found last = found;
        if (last != null && last.isFresh(now)) {
            return last.key();
        }
        SigningKey key = transaction.execute(status -> store.findSigning(now).orElseGet(() -> findOrMake(now)));
        found = new Found(key, now);
        look(now);
        return key;
    }

    private SigningKey findOrMake(Instant now) {
        store.lock();
        return store.findSigning(now).orElseGet(() -> make(now));
    }

    /** Publishes the next key in time. Called every minute on every node; the first one that comes does it. */
    void rotate() {
        Instant now = clock.instant();
        transaction.executeWithoutResult(status -> {
            if (isDue(now)) {
                store.lock();
                if (isDue(now)) {
                    make(now.plus(lead()));
                }
            }
        });
        look(now);
    }

    private boolean isDue(Instant now) {
        return store.findSigning(now).isPresent()
                && store.findSigning(now.plus(lead()).plus(lead())).isEmpty();
    }

    private SigningKey make(Instant signsFrom) {
        store.deleteExpired(clock.instant());
        SigningKey key = SigningKey.generate(signsFrom, signsFrom.plus(settings.signingKeyLife()));
        store.insert(key, key.retiresAt().plus(settings.accessTokenLife()).plus(OVERLAP));
        return key;
    }

    private Duration lead() {
        Duration quarter = settings.signingKeyLife().dividedBy(4);
        return quarter.compareTo(LONGEST_LEAD) < 0 ? quarter : LONGEST_LEAD;
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
        signing();
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

    private record Found(SigningKey key, Instant at) {
        boolean isFresh(Instant now) {
            return now.isBefore(at.plus(FRESH)) && key.signsAt(now);
        }
    }
}
