package io.claribi.identity.mfa;

import io.claribi.kernel.AccountId;
import io.claribi.tenancy.Database;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Repository;

@Repository
class BackupCodeStore {
    private final Database database;

    BackupCodeStore(Database database) {
        this.database = database;
    }

    Set<AccountId> enrolledAmong(Collection<AccountId> accounts) {
        return Set.copyOf(database.sql("""
                        SELECT DISTINCT account_id
                        FROM identity.backup_code
                        WHERE account_id IN (:accounts)
                        """)
                .param("accounts", accounts.stream().map(AccountId::value).toList())
                .query((row, number) -> new AccountId(row.getObject("account_id", UUID.class)))
                .list());
    }

    void insert(AccountId account, byte[] hash, byte[] salt) {
        database.sql("""
                        INSERT INTO identity.backup_code (account_id, hash, salt)
                        VALUES (:account, :hash, :salt)
                        """)
                .param("account", account.value())
                .param("hash", hash)
                .param("salt", salt)
                .update();
    }

    int count(AccountId account) {
        return database.sql("""
                        SELECT count(*)
                        FROM identity.backup_code
                        WHERE account_id = :account
                        """)
                .param("account", account.value())
                .query(Integer.class)
                .single();
    }

    /** The salt of those that are left. */
    Optional<byte[]> findSalt(AccountId account) {
        return database.sql("""
                        SELECT salt
                        FROM identity.backup_code
                        WHERE account_id = :account
                        LIMIT 1
                        """)
                .param("account", account.value())
                .query(byte[].class)
                .optional();
    }

    /** Whether it was there: of two that use it, one does. */
    boolean delete(AccountId account, byte[] hash) {
        return database.sql("""
                        DELETE FROM identity.backup_code
                        WHERE account_id = :account AND hash = :hash
                        """)
                        .param("account", account.value())
                        .param("hash", hash)
                        .update()
                == 1;
    }

    void deleteAll(AccountId account) {
        database.sql("""
                        DELETE FROM identity.backup_code
                        WHERE account_id = :account
                        """).param("account", account.value()).update();
    }
}
