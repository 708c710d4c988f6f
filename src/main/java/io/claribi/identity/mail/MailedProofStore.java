package io.claribi.identity.mail;

import io.claribi.identity.EmailAddress;
import io.claribi.identity.mail.MailedProof.Purpose;
import io.claribi.tenancy.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class MailedProofStore {
    private final Database database;

    MailedProofStore(Database database) {
        this.database = database;
    }

    /** Adds a proof in the place of the one before it. */
    void put(MailedProof proof, byte[] tokenHash, byte @Nullable [] codeHash, Instant expiresAt) {
        database.sql("""
                        INSERT INTO identity.mailed_proof (id, purpose, subject_id, email, token_hash, code_hash, expires_at)
                        VALUES (:id, :purpose, :subject, :email, :tokenHash, :codeHash, :expiresAt)
                        ON CONFLICT (purpose, subject_id) DO UPDATE
                        SET id = excluded.id, email = excluded.email, token_hash = excluded.token_hash,
                            code_hash = excluded.code_hash, tries = 0, expires_at = excluded.expires_at
                        """)
                .param("id", proof.id())
                .param("purpose", proof.purpose().wireName())
                .param("subject", proof.subject())
                .param("email", proof.email().value())
                .param("tokenHash", tokenHash)
                .param("codeHash", codeHash)
                .param("expiresAt", Timestamp.from(expiresAt))
                .update();
    }

    Optional<MailedProof> findByToken(byte[] tokenHash, Instant now) {
        return database.sql("""
                        SELECT id, purpose, subject_id, email
                        FROM identity.mailed_proof
                        WHERE token_hash = :hash AND expires_at > :now
                        """)
                .param("hash", tokenHash)
                .param("now", Timestamp.from(now))
                .query(MailedProofStore::proof)
                .optional();
    }

    /** Counts a try at each good code of the address, and returns those that had one left. */
    List<Tried> countTry(EmailAddress email, int most, Instant now) {
        return database.sql("""
                        UPDATE identity.mailed_proof
                        SET tries = tries + 1
                        WHERE lower(email) = lower(:email) AND code_hash IS NOT NULL
                          AND tries < :most AND expires_at > :now
                        RETURNING id, purpose, subject_id, email, code_hash
                        """)
                .param("email", email.value())
                .param("most", most)
                .param("now", Timestamp.from(now))
                .query((row, number) -> new Tried(proof(row, number), row.getBytes("code_hash")))
                .list();
    }

    /** Whether it was there, and good. */
    boolean delete(UUID id, Instant now) {
        return database.sql("""
                        DELETE FROM identity.mailed_proof
                        WHERE id = :id AND expires_at > :now
                        """)
                        .param("id", id)
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    void delete(Purpose purpose, UUID subject) {
        database.sql("""
                        DELETE FROM identity.mailed_proof
                        WHERE purpose = :purpose AND subject_id = :subject
                        """)
                .param("purpose", purpose.wireName())
                .param("subject", subject)
                .update();
    }

    void deleteExpired(Instant now) {
        database.sql("""
                        DELETE FROM identity.mailed_proof
                        WHERE expires_at <= :now
                        """).param("now", Timestamp.from(now)).update();
    }

    private static MailedProof proof(ResultSet row, int number) throws SQLException {
        return new MailedProof(
                row.getObject("id", UUID.class),
                Purpose.ofWireName(row.getString("purpose")),
                row.getObject("subject_id", UUID.class),
                new EmailAddress(row.getString("email")));
    }

    /** A proof whose code may be the one that was typed. */
    @SuppressWarnings("ArrayRecordComponent") // Read once, by a comparison in constant time.
    record Tried(MailedProof proof, byte[] codeHash) {}
}
