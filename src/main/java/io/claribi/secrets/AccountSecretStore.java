package io.claribi.secrets;

import io.claribi.kernel.AccountId;
import io.claribi.tenancy.Database;
import java.util.Optional;
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
}
