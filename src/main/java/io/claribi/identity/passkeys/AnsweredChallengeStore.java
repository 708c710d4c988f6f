package io.claribi.identity.passkeys;

import io.claribi.tenancy.Database;
import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.stereotype.Repository;

@Repository
class AnsweredChallengeStore {
    private final Database database;

    AnsweredChallengeStore(Database database) {
        this.database = database;
    }

    /** Whether it was not there before. */
    boolean insert(byte[] hash, Instant expiresAt) {
        return database.sql("""
                        INSERT INTO identity.answered_challenge (challenge_hash, expires_at)
                        VALUES (:hash, :expiresAt)
                        ON CONFLICT DO NOTHING
                        """)
                        .param("hash", hash)
                        .param("expiresAt", Timestamp.from(expiresAt))
                        .update()
                == 1;
    }

    int deleteOver(Instant now) {
        return database.sql("""
                        DELETE FROM identity.answered_challenge
                        WHERE expires_at <= :now
                        """).param("now", Timestamp.from(now)).update();
    }
}
