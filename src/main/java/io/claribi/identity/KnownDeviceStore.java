package io.claribi.identity;

import io.claribi.kernel.AccountId;
import io.claribi.tenancy.Database;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Repository;

@Repository
class KnownDeviceStore {
    private static final int MOST_OF_A_KIND = 30;

    private final Database database;

    KnownDeviceStore(Database database) {
        this.database = database;
    }

    boolean knows(AccountId account, byte[] mark) {
        return database.sql("""
                        SELECT EXISTS (
                            SELECT
                            FROM identity.known_device
                            WHERE account_id = :account AND mark = :mark)
                        """)
                .param("account", account.value())
                .param("mark", mark)
                .query(Boolean.class)
                .single();
    }

    List<byte[]> listMarks(AccountId account) {
        return database.sql("""
                        SELECT mark
                        FROM identity.known_device
                        WHERE account_id = :account
                        """)
                .param("account", account.value())
                .query((row, number) -> row.getBytes("mark"))
                .list();
    }

    boolean knowsAny(AccountId account) {
        return database.sql("""
                        SELECT EXISTS (
                            SELECT
                            FROM identity.known_device
                            WHERE account_id = :account)
                        """)
                .param("account", account.value())
                .query(Boolean.class)
                .single();
    }

    /** Whether any account knows it, so that it is one that we gave. */
    boolean isOurs(byte[] mark) {
        return database.sql("""
                        SELECT EXISTS (
                            SELECT
                            FROM identity.known_device
                            WHERE mark = :mark)
                        """).param("mark", mark).query(Boolean.class).single();
    }

    /** Whether it was known. */
    boolean seeAgain(AccountId account, byte[] mark, Instant at) {
        return database.sql("""
                        UPDATE identity.known_device
                        SET seen_at = :at
                        WHERE account_id = :account AND mark = :mark
                        """)
                        .param("at", Timestamp.from(at))
                        .param("account", account.value())
                        .param("mark", mark)
                        .update()
                == 1;
    }

    /** Makes it known; says whether it was. */
    boolean see(AccountId account, byte[] mark, Kind kind, Instant at) {
        boolean known = seeAgain(account, mark, at);
        if (!known) {
            insert(account, mark, kind, at);
            deleteOldest(account, kind);
        }
        return known;
    }

    private void insert(AccountId account, byte[] mark, Kind kind, Instant at) {
        database.sql("""
                        INSERT INTO identity.known_device (account_id, mark, kind, seen_at)
                        VALUES (:account, :mark, :kind, :at)
                        ON CONFLICT DO NOTHING
                        """)
                .param("account", account.value())
                .param("mark", mark)
                .param("kind", kind.wireName())
                .param("at", Timestamp.from(at))
                .update();
    }

    private void deleteOldest(AccountId account, Kind kind) {
        database.sql("""
                        DELETE FROM identity.known_device
                        WHERE account_id = :account AND mark IN (
                            SELECT mark
                            FROM identity.known_device
                            WHERE account_id = :account AND kind = :kind
                            ORDER BY seen_at DESC
                            OFFSET :most)
                        """)
                .param("account", account.value())
                .param("kind", kind.wireName())
                .param("most", MOST_OF_A_KIND)
                .update();
    }

    void deleteAll(AccountId account) {
        database.sql("""
                        DELETE FROM identity.known_device
                        WHERE account_id = :account
                        """).param("account", account.value()).update();
    }

    int deleteUnseen(Instant since) {
        return database.sql("""
                        DELETE FROM identity.known_device
                        WHERE seen_at < :since
                        """).param("since", Timestamp.from(since)).update();
    }

    /** By what it is known. Each has a bound of its own: a program that drops its cookies must not displace browsers. */
    enum Kind {
        BROWSER,
        PROGRAM,
        PROGRAM_IN_NETWORK;

        String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
