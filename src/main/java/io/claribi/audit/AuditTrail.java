package io.claribi.audit;

import io.claribi.kernel.AccountId;
import io.claribi.kernel.AuditableEvent;
import io.claribi.kernel.Caller;
import io.claribi.kernel.Ids;
import io.claribi.kernel.WorkContext;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Writes each event in the transaction that published it. If the row can't be written the transaction fails with it: no
 * audit row, no change.
 */
@Component
class AuditTrail {
    private final AuditStore store;
    private final Clock clock;

    AuditTrail(AuditStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @EventListener
    void record(AuditableEvent event) {
        WorkContext context = WorkContext.current();
        store.insert(Ids.next(), clock.instant(), actorType(event, context), actor(event, context), event, context);
    }

    private static String actorType(AuditableEvent event, WorkContext context) {
        if (actor(event, context) == null) {
            return "system";
        }
        if (context.isJob()) {
            return "job";
        }
        return context.caller().flatMap(Caller::findApiKey).isPresent() ? "api_key" : "account";
    }

    private static @Nullable AccountId actor(AuditableEvent event, WorkContext context) {
        AccountId named = event.auditActor();
        return named != null ? named : context.actor().orElse(null);
    }
}
