package io.claribi.secrets;

import io.claribi.kernel.AccountId;
import io.claribi.secrets.ResealingBatch.Position;
import io.claribi.tenancy.Database;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Repository;

@Repository
class AccountSecretStore {
    private final Database database;

    AccountSecretStore(Database database) {
        this.database = database;
    }

    void put(AccountId account, String field, Sealed sealed) {
        database.sql("""
                        INSERT INTO secrets.account_secret (account_id, field, sealed)
                        VALUES (:account, :field, :sealed)
                        ON CONFLICT (account_id, field) DO UPDATE
                        SET sealed = EXCLUDED.sealed
                        """)
                .param("account", account.value())
                .param("field", field)
                .param("sealed", sealed.text())
                .update();
    }

    Optional<Sealed> find(AccountId account, String field) {
        return database.sql("""
                        SELECT sealed
                        FROM secrets.account_secret
                        WHERE account_id = :account
                          AND field = :field
                        """)
                .param("account", account.value())
                .param("field", field)
                .query(String.class)
                .optional()
                .map(Sealed::parse);
    }

    /** The next ones that these keys sealed, and nobody else's until the transaction ends. */
    List<SealedAccountSecret> listSealedBy(Set<String> keys, Position after, int limit) {
        return database.sql("""
                        SELECT account_id, field, sealed
                        FROM secrets.account_secret
                        WHERE platform_key_id = ANY (CAST(:keys AS text[]))
                          AND (account_id, field) > (:account, :field)
                        ORDER BY account_id, field
                        LIMIT :limit
                        FOR UPDATE
                        """)
                .param("keys", keys.toArray(String[]::new))
                .param("account", after.record())
                .param("field", after.field())
                .param("limit", limit)
                .query((row, number) -> new SealedAccountSecret(
                        new AccountId(row.getObject("account_id", UUID.class)),
                        row.getString("field"),
                        Sealed.parse(row.getString("sealed"))))
                .list();
    }

    void update(List<SealedAccountSecret> rows) {
        database.sql("""
                        UPDATE secrets.account_secret secret
                        SET sealed = fresh.sealed
                        FROM unnest(CAST(:accounts AS uuid[]), CAST(:fields AS text[]), CAST(:sealed AS text[]))
                            AS fresh (account_id, field, sealed)
                        WHERE secret.account_id = fresh.account_id
                          AND secret.field = fresh.field
                        """)
                .param("accounts", texts(rows, row -> row.account().value().toString()))
                .param("fields", texts(rows, SealedAccountSecret::field))
                .param("sealed", texts(rows, row -> row.secret().text()))
                .update();
    }

    private static String[] texts(List<SealedAccountSecret> rows, Function<SealedAccountSecret, String> part) {
        return rows.stream().map(part).toArray(String[]::new);
    }

    void delete(AccountId account, String field) {
        database.sql("""
                        DELETE FROM secrets.account_secret
                        WHERE account_id = :account
                          AND field = :field
                        """)
                .param("account", account.value())
                .param("field", field)
                .update();
    }

    record SealedAccountSecret(AccountId account, String field, Sealed secret) {
        Position position() {
            return new Position(account.value(), field);
        }

        SealedAccountSecret with(Sealed other) {
            return new SealedAccountSecret(account, field, other);
        }
    }
}
