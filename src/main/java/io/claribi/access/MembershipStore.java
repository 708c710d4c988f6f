package io.claribi.access;

import io.claribi.kernel.AccountId;
import io.claribi.tenancy.Database;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Repository;

@Repository
class MembershipStore {
    private final Database database;

    MembershipStore(Database database) {
        this.database = database;
    }

    void insert(Membership membership) {
        database.sql("""
                        INSERT INTO access.membership (account_id, role, status)
                        VALUES (:account, :role, :status)
                        """)
                .param("account", membership.account().value())
                .param("role", membership.role().wireName())
                .param("status", membership.status().wireName())
                .update();
    }

    Optional<Membership> find(AccountId account) {
        return database.sql("""
                        SELECT role, status
                        FROM access.membership
                        WHERE account_id = :account
                        """)
                .param("account", account.value())
                .query((row, number) -> new Membership(
                        account,
                        BuiltInRole.find(row.getString("role")).orElseThrow(),
                        Membership.Status.valueOf(row.getString("status").toUpperCase(Locale.ROOT))))
                .optional();
    }
}
