package io.claribi.egress;

import io.claribi.kernel.AccountId;
import io.claribi.tenancy.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class MailStore {
    private static final TypeReference<Map<String, String>> FACTS = new TypeReference<>() {};

    private final Database database;
    private final JsonMapper json;

    MailStore(Database database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Until the transaction ends, nobody else counts or orders this recipient's mails of the kind, or the account's. */
    void lock(MailOrder order) {
        database.sql("""
                        SELECT pg_advisory_xact_lock(hashtextextended(:kind || ' ' || lower(:recipient), 0)),
                               pg_advisory_xact_lock(hashtextextended(:kind || ' ' || :account, 0))
                        """)
                .param("kind", order.kind())
                .param("recipient", order.recipient())
                .param("account", String.valueOf(accountOf(order)))
                .query((row, number) -> number)
                .single();
    }

    /** How many of the kind were ordered. */
    Ordered countSince(MailOrder order, Instant since) {
        return database.sql("""
                        SELECT
                            (SELECT count(*)
                             FROM egress.mail
                             WHERE lower(recipient) = lower(:recipient) AND kind = :kind AND ordered_at > :since
                            ) AS for_recipient,
                            (SELECT count(*)
                             FROM egress.mail
                             WHERE account_id = :account AND kind = :kind AND ordered_at > :since
                            ) AS by_account
                        """)
                .param("recipient", order.recipient())
                .param("account", accountOf(order))
                .param("kind", order.kind())
                .param("since", Timestamp.from(since))
                .query((row, number) -> new Ordered(row.getLong("for_recipient"), row.getLong("by_account")))
                .single();
    }

    void insert(UUID id, MailOrder order, Instant now) {
        database.sql("""
                        INSERT INTO egress.mail (id, kind, recipient, account_id, facts, ordered_at)
                        VALUES (:id, :kind, :recipient, :account, CAST(:facts AS jsonb), :now)
                        """)
                .param("id", id)
                .param("kind", order.kind())
                .param("recipient", order.recipient())
                .param("account", accountOf(order))
                .param("facts", json.writeValueAsString(order.facts()))
                .param("now", Timestamp.from(now))
                .update();
    }

    /** Takes a waiting mail; from the commit on, nobody else does. */
    Optional<Claimed> claim(UUID id) {
        return database.sql("""
                        UPDATE egress.mail
                        SET status = 'sending', attempts = attempts + 1
                        WHERE id = :id AND status = 'waiting'
                        RETURNING kind, recipient, account_id, facts, attempts, ordered_at
                        """).param("id", id).query(this::claimed).optional();
    }

    /** Puts a mail that was taken back, for another attempt. */
    void postpone(UUID id, String reply) {
        database.sql("""
                        UPDATE egress.mail
                        SET status = 'waiting', reply = :reply
                        WHERE id = :id AND status = 'sending'
                        """).param("id", id).param("reply", reply).update();
    }

    /** Ends what was taken. A node that was held for dead may still tell how it ended. */
    boolean finish(UUID id, MailStatus status, @Nullable String reply, Instant now) {
        return database.sql("""
                        UPDATE egress.mail
                        SET status = :status, reply = :reply, finished_at = :now
                        WHERE id = :id AND (status = 'sending' OR (status = 'uncertain' AND :status <> 'uncertain'))
                        """)
                        .param("id", id)
                        .param("status", status.wireName())
                        .param("reply", reply)
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    long countWaiting() {
        return database.sql("""
                        SELECT count(*)
                        FROM egress.mail
                        WHERE status = 'waiting'
                        """).query(Long.class).single();
    }

    /** Forgets mails that ended before the given moment. */
    int deleteFinished(Instant before) {
        return database.sql("""
                        DELETE FROM egress.mail
                        WHERE finished_at < :before
                        """).param("before", Timestamp.from(before)).update();
    }

    private static @Nullable UUID accountOf(MailOrder order) {
        AccountId account = order.account();
        return account == null ? null : account.value();
    }

    private Claimed claimed(ResultSet row, int number) throws SQLException {
        UUID account = row.getObject("account_id", UUID.class);
        var order = new MailOrder(
                row.getString("kind"),
                row.getString("recipient"),
                account == null ? null : new AccountId(account),
                json.readValue(row.getString("facts"), FACTS));
        return new Claimed(
                order, row.getInt("attempts"), row.getTimestamp("ordered_at").toInstant());
    }

    record Ordered(long forRecipient, long byAccount) {}

    /**
     * A mail that is ours to send.
     *
     * @param attempts this one included
     */
    record Claimed(MailOrder order, int attempts, Instant orderedAt) {}
}
