package io.claribi.identity;

import com.nimbusds.jose.jwk.ECKey;
import io.claribi.secrets.Secret;
import io.claribi.secrets.ServerSecrets;
import io.claribi.tenancy.Database;
import java.sql.Timestamp;
import java.text.ParseException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** The keys that all nodes sign with: the public half in a table, the private one sealed. */
@Repository
class SigningKeyStore {
    private final Database database;
    private final ServerSecrets secrets;

    SigningKeyStore(Database database, ServerSecrets secrets) {
        this.database = database;
        this.secrets = secrets;
    }

    /** Keeps every other node from making a key until the transaction ends. */
    void lock() {
        database.sql("""
                        SELECT pg_advisory_xact_lock(hashtextextended('identity.signing_key', 0))
                        """).query((row, number) -> number).single();
    }

    void insert(SigningKey key, Instant expiresAt) {
        database.sql("""
                        INSERT INTO identity.signing_key (id, public_key, signs_from, retires_at, expires_at)
                        VALUES (:id, :publicKey, :signsFrom, :retiresAt, :expiresAt)
                        """)
                .param("id", key.id())
                .param("publicKey", key.pair().toPublicJWK().toJSONString())
                .param("signsFrom", Timestamp.from(key.signsFrom()))
                .param("retiresAt", Timestamp.from(key.retiresAt()))
                .param("expiresAt", Timestamp.from(expiresAt))
                .update();
        secrets.put(secretName(key.id()), Secret.of(key.pair().toJSONString()));
    }

    /** The newest that signs at the moment, of those whose private half can be opened. */
    Optional<SigningKey> findSigning(Instant moment) {
        return database
                .sql("""
                        SELECT id, signs_from, retires_at
                        FROM identity.signing_key
                        WHERE signs_from <= :moment
                          AND retires_at > :moment
                        ORDER BY signs_from DESC, id
                        """)
                .param("moment", Timestamp.from(moment))
                .query((row, number) -> new Times(
                        row.getString("id"),
                        row.getTimestamp("signs_from").toInstant(),
                        row.getTimestamp("retires_at").toInstant()))
                .list()
                .stream()
                .flatMap(times -> open(times).stream())
                .findFirst();
    }

    private Optional<SigningKey> open(Times times) {
        return secrets.find(secretName(times.id()))
                .map(secret ->
                        new SigningKey(secret.use(SigningKeyStore::parsed), times.signsFrom(), times.retiresAt()));
    }

    /** The public halves of all that a good token may be signed with. */
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
                        RETURNING id
                        """)
                .param("now", Timestamp.from(now))
                .query((row, number) -> row.getString("id"))
                .list()
                .forEach(id -> secrets.delete(secretName(id)));
    }

    private static String secretName(String id) {
        return "signing_key/" + id;
    }

    private static ECKey parsed(String json) {
        try {
            return ECKey.parse(json);
        } catch (ParseException e) {
            throw new IllegalStateException("A signing key can't be read", e);
        }
    }

    private record Times(String id, Instant signsFrom, Instant retiresAt) {}
}
