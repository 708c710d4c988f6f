package io.claribi.plans.stripe;

import io.claribi.tenancy.Database;
import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.stereotype.Repository;

/** Which of Stripe's events were acted on. */
@Repository
@WithStripe
class StripeEventStore {
    private final Database database;

    StripeEventStore(Database database) {
        this.database = database;
    }

    boolean contains(String event) {
        return database.sql("""
                        SELECT count(*) > 0
                        FROM plans.stripe_event
                        WHERE event_id = :event
                        """).param("event", event).query(Boolean.class).single();
    }

    /** Waits for whoever is about to do the same; false if the event is there already. */
    boolean add(String event, Instant handledAt) {
        return database.sql("""
                        INSERT INTO plans.stripe_event (event_id, handled_at)
                        VALUES (:event, :handledAt)
                        ON CONFLICT DO NOTHING
                        """)
                        .param("event", event)
                        .param("handledAt", Timestamp.from(handledAt))
                        .update()
                == 1;
    }

    int deleteOlder(Instant time) {
        return database.sql("""
                        DELETE FROM plans.stripe_event
                        WHERE handled_at < :time
                        """).param("time", Timestamp.from(time)).update();
    }
}
