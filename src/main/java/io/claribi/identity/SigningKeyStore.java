package io.claribi.identity;

import com.nimbusds.jose.jwk.ECKey;
import io.claribi.tenancy.Database;
import java.sql.Timestamp;
import java.text.ParseException;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Repository;

/** The public halves of the keys that nodes sign with. */
@Repository
class SigningKeyStore {
    private final Database database;

    SigningKeyStore(Database database) {
        this.database = database;
    }

    void insert(ECKey publicKey, Instant expiresAt) {
        if (publicKey.isPrivate()) {
            throw new IllegalArgumentException("A private key is never stored");
        }
        database.sql("""
                        INSERT INTO identity.signing_key (id, public_key, expires_at)
                        VALUES (:id, :publicKey, :expiresAt)
                        """)
                .param("id", publicKey.getKeyID())
                .param("publicKey", publicKey.toJSONString())
                .param("expiresAt", Timestamp.from(expiresAt))
                .update();
    }

    List<ECKey> listGood(Instant now) {
        return database.sql("""
                        SELECT public_key
                        FROM identity.signing_key
                        WHERE expires_at > :now
                        ORDER BY expires_at DESC, id
                        """)
                .param("now", Timestamp.from(now))
                .query((row, number) -> parsed(row.getString("public_key")))
                .list();
    }

    void deleteExpired(Instant now) {
        database.sql("""
                        DELETE FROM identity.signing_key
                        WHERE expires_at <= :now
                        """).param("now", Timestamp.from(now)).update();
    }

    private static ECKey parsed(String json) {
        try {
            return ECKey.parse(json);
        } catch (ParseException e) {
            throw new IllegalStateException("A signing key in the database can't be read", e);
        }
    }
}
