package io.claribi.identity;

import io.claribi.kernel.SessionId;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * A session's refresh tokens: each is good once and names the next. A token spent a moment ago, whose next is not spent
 * yet, is answered with that next one; any other spent one was stolen, or its successor was. Whoever calls holds the
 * session's row, so that of two at once the second sees what the first did.
 */
@Component
class RefreshChain {
    private final RefreshTokenStore store;
    private final ServerKey key;
    private final IdentitySettings settings;
    private final SessionClock clock;

    RefreshChain(RefreshTokenStore store, ServerKey key, IdentitySettings settings, SessionClock clock) {
        this.store = store;
        this.key = key;
        this.settings = settings;
        this.clock = clock;
    }

    RefreshToken begin(SessionId session) {
        RefreshToken first = RefreshToken.random();
        store.insert(first, session, clock.now());
        return first;
    }

    /** The token that follows; empty if this one must not be used any more. */
    Optional<RefreshToken> follow(RefreshToken token, SessionId session) {
        Instant now = clock.now();
        RefreshToken successor = token.successor(key);
        RefreshTokenStore.TokenState state = store.find(token).orElseThrow();
        if (!state.isSpent()) {
            store.spend(token, now);
            store.insert(successor, session, now);
            return Optional.of(successor);
        }
        boolean recent = state.spentAt()
                .filter(spentAt -> !now.isAfter(spentAt.plus(settings.refreshGrace())))
                .isPresent();
        boolean unused = store.find(successor).filter(next -> !next.isSpent()).isPresent();
        return recent && unused ? Optional.of(successor) : Optional.empty();
    }
}
