package io.claribi.identity;

import io.claribi.tenancy.Database;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Repository;

@Repository
class FailureStore {
    private final Database database;

    FailureStore(Database database) {
        this.database = database;
    }

    /**
     * Counts a try and tells how many are counted with it; empty, and not counted, while the subject is locked. A node
     * whose clock is behind forgets nothing, rather than less than nothing.
     */
    Optional<Double> count(byte[] subject, Leniency leniency, Instant now) {
        return database.sql("""
                        INSERT INTO identity.failure AS f (subject, failures, counted_at)
                        VALUES (:subject, 1, :now)
                        ON CONFLICT (subject) DO UPDATE
                        SET failures = least(CAST(:limit AS integer), 1 + greatest(0, f.failures
                                - :forgotten * greatest(0, extract(epoch FROM excluded.counted_at - f.counted_at)))),
                            counted_at = greatest(f.counted_at, excluded.counted_at)
                        WHERE f.failures < :full OR f.counted_at <= :lockedSince
                        RETURNING failures
                        """)
                .param("subject", subject)
                .param("now", Timestamp.from(now))
                .param("limit", leniency.limit())
                .param("forgotten", leniency.forgottenPerSecond())
                .param("full", leniency.full())
                .param("lockedSince", Timestamp.from(now.minus(leniency.lock())))
                .query(Double.class)
                .optional();
    }

    Optional<Instant> findLastCounted(byte[] subject) {
        return database.sql("""
                        SELECT counted_at
                        FROM identity.failure
                        WHERE subject = :subject
                        """)
                .param("subject", subject)
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }

    /** Takes one try back that was none or succeeded. */
    void takeBack(byte[] subject) {
        database.sql("""
                        UPDATE identity.failure
                        SET failures = greatest(0, failures - 1)
                        WHERE subject = :subject
                        """).param("subject", subject).update();
    }

    void forget(byte[] subject) {
        database.sql("""
                        DELETE FROM identity.failure
                        WHERE subject = :subject
                        """).param("subject", subject).update();
    }

    int deleteOlder(Instant before) {
        return database.sql("""
                        DELETE FROM identity.failure
                        WHERE counted_at < :before
                        """).param("before", Timestamp.from(before)).update();
    }
}
