package io.claribi.routes;

import io.claribi.kernel.AccountId;
import io.claribi.tenancy.Database;
import io.claribi.tenancy.OrganizationWork;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Says whose the things of a world are, also in the names of those who could not make them. */
@Component
class Belongings {
    private final Database database;
    private final OrganizationWork work;

    Belongings(Database database, OrganizationWork work) {
        this.database = database;
        this.work = work;
    }

    void give(World world, AccountId account) {
        work.run(world.tenant().organization(), () -> {
            database.sql("UPDATE dashboards.dashboard SET created_by = :account")
                    .param("account", account.value())
                    .update();
            database.sql("UPDATE connectors.data_source SET created_by = :account")
                    .param("account", account.value())
                    .update();
            database.sql("UPDATE jobs.job SET account_id = :account WHERE status = 'succeeded'")
                    .param("account", account.value())
                    .update();
            database.sql("UPDATE identity.session SET account_id = :account WHERE id = :session")
                    .param("account", account.value())
                    .param("session", UUID.fromString(world.session()))
                    .update();
            database.sql("UPDATE access.api_key SET account_id = :account WHERE id = :key")
                    .param("account", account.value())
                    .param("key", UUID.fromString(world.apiKey()))
                    .update();
            world.passkey()
                    .knownId()
                    .ifPresent(passkey -> database.sql(
                                    "UPDATE identity.passkey SET account_id = :account WHERE id = :passkey")
                            .param("account", account.value())
                            .param("passkey", UUID.fromString(passkey))
                            .update());
        });
    }
}
