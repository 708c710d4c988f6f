package io.claribi.access.ownership;

import io.claribi.kernel.OrganizationId;
import io.claribi.secrets.OrganizationSecrets;
import io.claribi.secrets.Secret;
import io.claribi.tenancy.DataDirectory;
import io.claribi.tenancy.Database;
import io.claribi.tenancy.DatabaseAccess;
import io.claribi.tenancy.OrganizationWork;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Looks for what is left of organizations, in whatever table there is: in any column, as text or as bytes. */
@Component
class Remains {
    private final DatabaseAccess access;
    private final DataDirectory data;
    private final OrganizationSecrets secrets;
    private final Database database;
    private final OrganizationWork work;

    Remains(
            DatabaseAccess access,
            DataDirectory data,
            OrganizationSecrets secrets,
            Database database,
            OrganizationWork work) {
        this.access = access;
        this.data = data;
        this.secrets = secrets;
        this.database = database;
        this.work = work;
    }

    /** The tables with rows that tell of it. The task that deletes it is none of it: it ends with that. */
    List<String> tablesThatTellOf(OrganizationId organization) throws SQLException {
        String id = organization.value().toString();
        var found = new ArrayList<String>();
        try (Connection connection = bound(organization)) {
            for (String table : tables(connection)) {
                try (var statement = connection.createStatement();
                        var rows = statement.executeQuery("""
                                SELECT count(*)
                                FROM (SELECT CAST(to_jsonb(t) AS text) AS kept FROM %1$s t) AS rows_as_text
                                WHERE (kept LIKE '%%%2$s%%' OR kept LIKE '%%' || encode('%2$s', 'hex') || '%%')
                                  AND kept NOT LIKE '%%' || encode('organization_purge', 'hex') || '%%'
                                """.formatted(table, id))) {
                    rows.next();
                    if (rows.getLong(1) > 0) {
                        found.add(table);
                    }
                }
            }
        }
        return found;
    }

    /** As where Stripe is paid. */
    void payByStripe(OrganizationId organization) {
        work.run(organization, () -> {
            database.sql("""
                            INSERT INTO plans.stripe_customer (customer_id, organization_id)
                            VALUES (:customer, :organization)
                            """)
                    .param("customer", "cus_" + UUID.randomUUID())
                    .param("organization", organization.value())
                    .update();
            database.sql("""
                            INSERT INTO plans.stripe_subscription (asked)
                            VALUES (1)
                            """).update();
        });
    }

    /** The tables that hold rows of organizations, which say whose they are; but for one of those that are none yet. */
    List<String> tablesOfOrganizations() throws SQLException {
        try (Connection connection = access.connect(access.owner());
                var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        SELECT format('%I.%I', nspname, relname)
                        FROM pg_class
                        JOIN pg_namespace ON pg_namespace.oid = relnamespace
                        JOIN pg_attribute ON attrelid = pg_class.oid
                        WHERE relkind IN ('r', 'p') AND NOT relispartition
                          AND attname = 'organization_id' AND NOT attisdropped
                          AND relname <> 'pending_registration'
                        """)) {
            var tables = new ArrayList<String>();
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
            return tables;
        }
    }

    Path folder(OrganizationId organization) {
        return data.dataDir()
                .resolve("organizations")
                .resolve(organization.value().toString());
    }

    /** As the owner of the tables can, whom the application is not. */
    void endGrace(OrganizationId organization) throws SQLException {
        try (Connection connection = bound(organization);
                var statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE tenancy.closing SET closes_at = now() - interval '1 second'");
            connection.commit();
        }
        work.run(
                organization,
                () -> database.sql("""
                        SELECT pg_notify('claribi_invalidation', 'organization-state ' || :id)
                        """)
                        .param("id", organization.value().toString())
                        .query((row, number) -> number)
                        .list());
    }

    void addWhatHasNoRoute(OrganizationId organization) {
        work.run(organization, () -> {
            secrets.put(UUID.randomUUID(), "password", Secret.of("a secret of " + organization.value()));
            database.sql("""
                            INSERT INTO jobs.scheduled_task (task_name, task_instance, task_data, execution_time, picked,
                                version)
                            VALUES ('job', CAST(gen_random_uuid() AS text), convert_to(:id, 'UTF8'),
                                now() + interval '1 year', false, 1)
                            """).param("id", organization.value().toString()).update();
            database.sql("""
                            INSERT INTO plans.plan_end (organization_id, ends_at)
                            VALUES (CAST(:id AS uuid), now() + interval '1 day')
                            """).param("id", organization.value().toString()).update();
            database.sql("""
                            INSERT INTO plans.credit_entry (id, spent_at, amount, reason)
                            VALUES (gen_random_uuid(), now(), 1, 'a question')
                            """).update();
        });
    }

    private static List<String> tables(Connection connection) throws SQLException {
        var tables = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        SELECT format('%I.%I', nspname, relname)
                        FROM pg_class
                        JOIN pg_namespace ON pg_namespace.oid = relnamespace
                        WHERE relkind IN ('r', 'p')
                          AND nspname NOT LIKE 'pg\\_%' AND nspname NOT IN ('information_schema', 'migration')
                        """)) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }

    private Connection bound(OrganizationId organization) throws SQLException {
        Connection connection = access.connect(access.owner());
        connection.setAutoCommit(false);
        try (var statement = connection.prepareStatement("SELECT tenancy.bind_organization(?)")) {
            statement.setObject(1, organization.value());
            statement.execute();
        }
        return connection;
    }
}
