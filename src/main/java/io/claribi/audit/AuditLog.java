package io.claribi.audit;

import io.claribi.http.Uuids;
import io.claribi.identity.Accounts;
import io.claribi.identity.EmailAddress;
import io.claribi.kernel.Page;
import io.claribi.plans.Entitlements;
import io.claribi.plans.Feature;
import io.claribi.plans.Limit;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What everybody did in the current organization, as far back as its plan shows it. All of it is kept, so that a larger plan
 * shows the past.
 */
@Component
public class AuditLog {
    private static final Pattern TYPE = Pattern.compile("[a-z0-9_.]{1,100}");

    private final AuditLogStore store;
    private final Accounts accounts;
    private final Entitlements entitlements;
    private final Clock clock;

    AuditLog(AuditLogStore store, Accounts accounts, Entitlements entitlements, Clock clock) {
        this.store = store;
        this.accounts = accounts;
        this.entitlements = entitlements;
        this.clock = clock;
    }

    /**
     * Newest first, from the row before {@code before} on.
     *
     * @throws io.claribi.kernel.AppException PLAN_FEATURE_MISSING
     */
    @Transactional(readOnly = true)
    public Page<LoggedEvent> search(AuditFilter filter, @Nullable UUID before, int pageSize) {
        entitlements.require(Feature.AUDIT_LOG);
        Optional<UUID> actor = Optional.ofNullable(filter.actor()).flatMap(this::actor);
        boolean nothing = filter.actor() != null && actor.isEmpty()
                || filter.type() != null && !TYPE.matcher(filter.type()).matches();
        if (nothing) {
            return Page.of(List.of(), pageSize, row -> row.event().id());
        }
        List<LoggedEvent> found = store.search(period(filter), actor.orElse(null), filter, before, pageSize + 1);
        return Page.of(found, pageSize, row -> row.event().id());
    }

    private Optional<UUID> actor(String named) {
        return Uuids.read(named)
                .or(() -> EmailAddress.read(named)
                        .flatMap(accounts::find)
                        .map(account -> account.id().value()));
    }

    private AuditPeriod period(AuditFilter filter) {
        Instant now = clock.instant();
        Instant oldest = now.minus(Duration.ofDays(entitlements.plan().limit(Limit.AUDIT_LOG)));
        return AuditPeriod.of(filter.from(), filter.to()).within(oldest, now.plus(Duration.ofDays(1)));
    }
}
