package io.claribi.tenancy;

import io.claribi.kernel.StartRefused;
import java.util.List;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Stops the start when the role that serves could get round a policy: then nothing else here would hold. */
@Component
@DependsOnDatabaseInitialization
class AppRoleCheck {
    /** A role may act as any that it is a member of, so those count as itself. */
    static final String POWERS = """
            WITH self AS (
                SELECT oid, rolname, rolsuper, rolbypassrls
                FROM pg_catalog.pg_roles
                WHERE rolname = current_user
                   OR pg_catalog.pg_has_role(current_user, oid, 'MEMBER')
                  AND NOT (SELECT rolsuper FROM pg_catalog.pg_roles WHERE rolname = current_user)
            )
            SELECT rolname || ' is superuser'
            FROM self
            WHERE rolsuper
            UNION ALL
            SELECT rolname || ' has BYPASSRLS'
            FROM self
            WHERE rolbypassrls
            UNION ALL
            SELECT rolname || ' reaches the files of the database server'
            FROM self
            WHERE rolname IN ('pg_read_server_files', 'pg_write_server_files', 'pg_execute_server_program')
            UNION ALL
            SELECT DISTINCT rolname || ' owns tables'
            FROM self
            JOIN pg_catalog.pg_class ON relowner = self.oid
            JOIN pg_catalog.pg_namespace ON pg_namespace.oid = relnamespace
            WHERE nspname NOT LIKE 'pg\\_%' AND nspname <> 'information_schema'
            UNION ALL
            SELECT rolname || ' owns the database'
            FROM self
            JOIN pg_catalog.pg_database ON datdba = self.oid
            WHERE datname = current_database()
            """;

    AppRoleCheck(Database database, PlatformTransactionManager transactionManager) {
        refuse(new TransactionTemplate(transactionManager)
                .execute(status -> database.sql(POWERS)
                        .query((row, number) -> row.getString(1))
                        .list()));
    }

    /**
     * @param powers what {@link #POWERS} tells of the role that serves
     * @throws StartRefused if there are any
     */
    static void refuse(List<String> powers) {
        if (!powers.isEmpty()) {
            throw new StartRefused(
                    "The database role that serves requests could read past the isolation of organizations: "
                            + String.join("; ", powers) + ".",
                    "Give claribi.database.app a role of its own: "
                            + "CREATE ROLE claribi_app LOGIN NOSUPERUSER NOBYPASSRLS PASSWORD '…', member of nothing.");
        }
    }
}
