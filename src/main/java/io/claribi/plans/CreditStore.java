package io.claribi.plans;

import io.claribi.kernel.Ids;
import io.claribi.tenancy.Database;
import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.stereotype.Repository;

@Repository
class CreditStore {
    private final Database database;

    CreditStore(Database database) {
        this.database = database;
    }

    void insert(Instant spentAt, long amount, String reason) {
        database.sql("""
                        INSERT INTO plans.credit_entry (id, spent_at, amount, reason)
                        VALUES (:id, :spentAt, :amount, :reason)
                        """)
                .param("id", Ids.next())
                .param("spentAt", Timestamp.from(spentAt))
                .param("amount", amount)
                .param("reason", reason)
                .update();
    }

    long sumSince(Instant start) {
        return database.sql("""
                        SELECT coalesce(sum(amount), 0)
                        FROM plans.credit_entry
                        WHERE spent_at >= :start
                        """)
                .param("start", Timestamp.from(start))
                .query(Long.class)
                .single();
    }
}
