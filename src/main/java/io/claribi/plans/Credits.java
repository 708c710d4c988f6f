package io.claribi.plans;

import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The current organization's AI credits: so many in a calendar month (UTC), and what is left of them is gone after it. */
@Component
public class Credits implements UsageMeter {
    private final CreditStore store;
    private final Entitlements entitlements;
    private final Clock clock;

    Credits(CreditStore store, Entitlements entitlements, Clock clock) {
        this.store = store;
        this.entitlements = entitlements;
        this.clock = clock;
    }

    /**
     * Spends credits, all of the amount or none; parallel spenders wait for one another until their transactions end.
     *
     * @param amount more than 0
     * @param reason on what, for people
     * @throws io.claribi.kernel.AppException PLAN_LIMIT_REACHED
     */
    @Transactional
    public void spend(long amount, String reason) {
        if (amount <= 0) {
            throw new IllegalArgumentException("Credits can only be spent: " + amount);
        }
        entitlements.reserve(Limit.AI_CREDITS, this::used, amount);
        store.insert(clock.instant(), amount, reason);
    }

    @Override
    public Limit limit() {
        return Limit.AI_CREDITS;
    }

    @Override
    @Transactional(readOnly = true)
    public long used() {
        return store.sumSince(start(month()));
    }

    @Override
    public Optional<Instant> resetsAt() {
        return Optional.of(start(month().plusMonths(1)));
    }

    private YearMonth month() {
        return YearMonth.now(clock.withZone(ZoneOffset.UTC));
    }

    private static Instant start(YearMonth month) {
        return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
