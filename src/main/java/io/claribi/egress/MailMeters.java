package io.claribi.egress;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** How many mails ended, and how; how many wait. */
@Component
class MailMeters {
    private final ObjectProvider<MeterRegistry> registry;

    MailMeters(ObjectProvider<MeterRegistry> registry, MailStore store, TransactionTemplate transaction) {
        this.registry = registry;
        registry.ifAvailable(meters -> {
            for (MailStatus status : MailStatus.values()) {
                if (status != MailStatus.WAITING && status != MailStatus.SENDING) {
                    count(meters, status.wireName(), 0);
                }
            }
            count(meters, "limited", 0);
            Gauge.builder("claribi.mail.waiting", () -> waiting(store, transaction))
                    .description("Mails of all nodes that are not sent yet")
                    .register(meters);
        });
    }

    void ended(MailStatus status) {
        registry.ifAvailable(meters -> count(meters, status.wireName(), 1));
    }

    /** An order was dropped because of its kind's limit. */
    void limited() {
        registry.ifAvailable(meters -> count(meters, "limited", 1));
    }

    private static void count(MeterRegistry meters, String outcome, int more) {
        meters.counter("claribi.mail", "outcome", outcome).increment(more);
    }

    private static double waiting(MailStore store, TransactionTemplate transaction) {
        try {
            return transaction.execute(status -> store.countWaiting());
        } catch (DataAccessException | TransactionException e) {
            return Double.NaN;
        }
    }
}
