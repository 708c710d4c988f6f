package io.claribi.access.ownership;

import io.claribi.kernel.AccountId;
import io.claribi.tenancy.Database;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Repository;

@Repository
class OwnershipTransferStore {
    private final Database database;

    OwnershipTransferStore(Database database) {
        this.database = database;
    }

    /** In the place of the one before it. */
    void put(Row row) {
        database.sql("""
                        INSERT INTO access.ownership_transfer (from_account, to_account, expires_at)
                        VALUES (:from, :to, :expiresAt)
                        ON CONFLICT (organization_id) DO UPDATE
                        SET from_account = excluded.from_account, to_account = excluded.to_account,
                            expires_at = excluded.expires_at
                        """)
                .param("from", row.from().value())
                .param("to", row.to().value())
                .param("expiresAt", Timestamp.from(row.expiresAt()))
                .update();
    }

    Optional<Row> find() {
        return database.sql("""
                        SELECT from_account, to_account, expires_at
                        FROM access.ownership_transfer
                        """)
                .query((row, number) -> new Row(
                        new AccountId(row.getObject("from_account", UUID.class)),
                        new AccountId(row.getObject("to_account", UUID.class)),
                        row.getTimestamp("expires_at").toInstant()))
                .optional();
    }

    void delete() {
        database.sql("""
                        DELETE FROM access.ownership_transfer
                        """).update();
    }

    void deleteTo(AccountId account) {
        database.sql("""
                        DELETE FROM access.ownership_transfer
                        WHERE to_account = :account
                        """).param("account", account.value()).update();
    }

    record Row(AccountId from, AccountId to, Instant expiresAt) {}
}
