package io.claribi.identity;

import io.claribi.kernel.AccountId;
import io.claribi.tenancy.Database;
import org.springframework.stereotype.Repository;

@Repository
class ProfileStore {
    private final Database database;

    ProfileStore(Database database) {
        this.database = database;
    }

    Profile get(AccountId account) {
        return database.sql("""
                        SELECT first_name, last_name, idle_timeout_minutes
                        FROM identity.account
                        WHERE id = :account
                        """)
                .param("account", account.value())
                .query((row, number) -> new Profile(
                        row.getString("first_name"),
                        row.getString("last_name"),
                        row.getObject("idle_timeout_minutes", Integer.class)))
                .single();
    }

    void save(AccountId account, Profile profile) {
        database.sql("""
                        UPDATE identity.account
                        SET first_name = :firstName, last_name = :lastName, idle_timeout_minutes = :idleTimeoutMinutes
                        WHERE id = :account
                        """)
                .param("firstName", profile.firstName())
                .param("lastName", profile.lastName())
                .param("idleTimeoutMinutes", profile.idleTimeoutMinutes())
                .param("account", account.value())
                .update();
    }
}
