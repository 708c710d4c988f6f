package io.claribi.access.keys;

import io.claribi.access.keys.KeyCounter.Counted;
import io.claribi.tenancy.Database;
import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.stereotype.Repository;

@Repository
class KeyUseStore {
    private final Database database;

    KeyUseStore(Database database) {
        this.database = database;
    }

    /**
     * Adds to what was counted of the key.
     *
     * @return how many requests there were in the hour; none of a key that is gone
     */
    long add(ApiKeyId id, Counted counted) {
        if (counted.requests() == 0) {
            return used(id, counted.hour());
        }
        // A node whose clock is behind counts into the hour that another has begun.
        return database.sql("""
                        UPDATE access.api_key
                        SET requests = requests + :more,
                            last_used_at = greatest(last_used_at, :lastUse),
                            hour_requests = CASE WHEN hour >= :hour THEN hour_requests ELSE 0 END + :more,
                            hour = greatest(hour, :hour)
                        WHERE id = :id
                        RETURNING hour_requests
                        """)
                .param("more", counted.requests())
                .param("lastUse", Timestamp.from(counted.lastUse()))
                .param("hour", Timestamp.from(counted.hour()))
                .param("id", id.value())
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    private long used(ApiKeyId id, Instant hour) {
        return database.sql("""
                        SELECT hour_requests
                        FROM access.api_key
                        WHERE id = :id AND hour >= :hour
                        """)
                .param("id", id.value())
                .param("hour", Timestamp.from(hour))
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    /** How many requests came in the hour with the key that was used most. */
    long most(Instant hour) {
        return database.sql("""
                        SELECT coalesce(max(hour_requests), 0)
                        FROM access.api_key
                        WHERE hour >= :hour
                        """)
                .param("hour", Timestamp.from(hour))
                .query(Long.class)
                .single();
    }
}
