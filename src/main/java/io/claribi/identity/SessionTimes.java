package io.claribi.identity;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * How long sessions last: their owner's idle timeout, and what the organization and the operator allow at most. Judged
 * whenever a session is looked at, so that a shorter limit acts on those that run.
 */
@Component
class SessionTimes {
    private final SecurityPolicies policies;
    private final IdentitySettings settings;
    private final SessionClock clock;

    SessionTimes(SecurityPolicies policies, IdentitySettings settings, SessionClock clock) {
        this.policies = policies;
        this.settings = settings;
        this.clock = clock;
    }

    Instant now() {
        return clock.now();
    }

    /** When a session that begins now is over at the latest, as far as the operator is concerned. */
    Instant latestEnd() {
        return clock.end(now());
    }

    boolean isAlive(Session session) {
        Instant now = now();
        return now.isBefore(end(session)) && now.isBefore(session.lastUsedAt().plus(idle(session)));
    }

    /** When the session is over, used or not. */
    Instant end(Session session) {
        Integer hours = policies.of(session.organization()).maxSessionHours();
        return hours == null
                ? session.expiresAt()
                : earlier(session.expiresAt(), session.createdAt().plus(Duration.ofHours(hours)));
    }

    /** Whether it may not be over by itself, as far as can be told without its organization. */
    boolean mayBeAlive(Session session) {
        Instant now = now();
        Duration longestIdle = Duration.ofMinutes(SecurityPolicy.MOST_IDLE_MINUTES);
        return now.isBefore(session.expiresAt())
                && now.isBefore(session.lastUsedAt().plus(longer(longestIdle, settings.sessionIdle())));
    }

    private Duration idle(Session session) {
        Duration own = own(session.idleTimeout());
        Integer most = policies.of(session.organization()).idleTimeoutMinutes();
        return most == null ? own : shorter(own, Duration.ofMinutes(most));
    }

    private Duration own(@Nullable Duration chosen) {
        return chosen == null ? settings.sessionIdle() : chosen;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
