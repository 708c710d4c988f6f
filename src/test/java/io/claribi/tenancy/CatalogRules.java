package io.claribi.tenancy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads PostgreSQL's catalog and names everything that does not fit the isolation of organizations. */
final class CatalogRules {
    private static final String OURS = "nspname NOT LIKE 'pg\\_%' AND nspname <> 'information_schema'";

    private final Connection connection;

    CatalogRules(Connection connection) {
        this.connection = connection;
    }

    /** What is wrong, a line each. */
    List<String> violations(Set<String> globalTables) throws SQLException {
        var violations = new ArrayList<String>();
        for (var table : list("""
                SELECT format('%s.%s', nspname, relname)
                FROM pg_class
                JOIN pg_namespace ON pg_namespace.oid = relnamespace
                WHERE relkind IN ('r', 'p') AND relpersistence <> 't' AND """ + " " + OURS)) {
            if (!globalTables.contains(table)) {
                violations.addAll(tableViolations(table));
            }
        }
        for (var table : globalTables) {
            if (list("SELECT to_regclass(?)::text", table).contains("null")) {
                violations.add(table + " is listed as global and does not exist");
            }
        }
        violations.addAll(otherRelations());
        violations.addAll(functions());
        violations.addAll(rights());
        return violations;
    }

    private List<String> tableViolations(String table) throws SQLException {
        return list("""
                WITH tenant_table AS (
                    SELECT ?::regclass AS oid
                ), organization AS (
                    SELECT attrelid, attnum
                    FROM pg_attribute
                    WHERE attname = 'organization_id' AND NOT attisdropped
                ), own AS (
                    SELECT attnum FROM organization JOIN tenant_table ON oid = attrelid
                )
                SELECT format('%s: %s', (SELECT oid FROM tenant_table), flaw)
                FROM (
                    SELECT 'has no organization_id uuid NOT NULL'
                    WHERE NOT EXISTS (
                        SELECT FROM pg_attribute JOIN tenant_table ON oid = attrelid
                        WHERE attname = 'organization_id' AND atttypid = 'uuid'::regtype AND attnotnull)
                    UNION ALL
                    SELECT 'organization_id does not default to the current organization'
                    WHERE NOT EXISTS (
                        SELECT FROM pg_attrdef JOIN tenant_table ON tenant_table.oid = adrelid
                        WHERE adnum = (SELECT attnum FROM own)
                          AND pg_get_expr(adbin, adrelid) = 'tenancy.current_organization()')
                    UNION ALL
                    SELECT 'has no primary key'
                    WHERE NOT EXISTS (
                        SELECT FROM pg_index JOIN tenant_table ON oid = indrelid WHERE indisprimary)
                    UNION ALL
                    SELECT format('organization_id is not first in index %s', indexrelid::regclass)
                    FROM pg_index JOIN tenant_table ON oid = indrelid
                    WHERE indkey[0] IS DISTINCT FROM (SELECT attnum FROM own)
                    UNION ALL
                    SELECT format('organization_id is not first in foreign key %s', conname)
                    FROM pg_constraint
                    JOIN tenant_table ON tenant_table.oid = conrelid
                    JOIN organization ON organization.attrelid = confrelid
                    WHERE contype = 'f'
                      AND (conkey[1] IS DISTINCT FROM (SELECT attnum FROM own) OR confkey[1] <> organization.attnum)
                    UNION ALL
                    SELECT 'row security is not enabled'
                    FROM pg_class NATURAL JOIN tenant_table
                    WHERE NOT relrowsecurity
                    UNION ALL
                    SELECT 'row security is not forced'
                    FROM pg_class NATURAL JOIN tenant_table
                    WHERE NOT relforcerowsecurity
                    UNION ALL
                    SELECT format('has %s policies instead of one', count(polname))
                    FROM tenant_table LEFT JOIN pg_policy ON polrelid = tenant_table.oid
                    HAVING count(polname) <> 1
                    UNION ALL
                    SELECT format('policy %s is not the one', polname)
                    FROM pg_policy JOIN tenant_table ON tenant_table.oid = polrelid
                    CROSS JOIN (VALUES (
                        '(organization_id = ( SELECT tenancy.current_organization() AS current_organization))'
                    )) AS the_one (expression)
                    WHERE polcmd <> '*' OR NOT polpermissive OR polroles <> '{0}'
                       OR pg_get_expr(polqual, polrelid) IS DISTINCT FROM expression
                       OR pg_get_expr(polwithcheck, polrelid) IS DISTINCT FROM expression
                ) AS flaws (flaw)
                """, table);
    }

    private List<String> otherRelations() throws SQLException {
        return list("""
                SELECT format('%s.%s: holds or shows rows past the policies', nspname, relname)
                FROM pg_class
                JOIN pg_namespace ON pg_namespace.oid = relnamespace
                WHERE (relkind IN ('m', 'f')
                       OR relkind = 'v' AND NOT coalesce(reloptions @> '{security_invoker=true}', false))
                  AND """ + " " + OURS);
    }

    /** Those with their owner's rights reach the bound organization alone: row security is forced on the owner. */
    private List<String> functions() throws SQLException {
        return list("""
                SELECT format('%s: runs with its owner''s rights', pg_proc.oid::regprocedure)
                FROM pg_proc
                JOIN pg_namespace ON pg_namespace.oid = pronamespace
                WHERE prosecdef
                  AND (pg_proc.oid::regprocedure::text NOT IN (
                           'tenancy.begin_closing()', 'tenancy.stop_closing()', 'tenancy.purge(integer)')
                       OR NOT coalesce(proconfig @> ARRAY['search_path=pg_catalog, pg_temp'], false))
                  AND """ + " " + OURS + """

                UNION ALL
                SELECT format('%s: claribi_app may execute it', pg_proc.oid::regprocedure)
                FROM pg_proc
                JOIN pg_namespace ON pg_namespace.oid = pronamespace
                WHERE has_function_privilege('claribi_app', pg_proc.oid, 'EXECUTE')
                  AND pg_proc.oid::regprocedure::text NOT IN (
                      'tenancy.current_organization()', 'tenancy.bind_organization(uuid)',
                      'tenancy.begin_closing()', 'tenancy.stop_closing()', 'tenancy.purge(integer)')
                  AND """ + " " + OURS + """

                UNION ALL
                SELECT 'set_config: claribi_app may execute it'
                WHERE has_function_privilege(
                    'claribi_app', 'pg_catalog.set_config(text, text, boolean)', 'EXECUTE')
                """);
    }

    /** What the roles may do beside reading and writing rows. */
    List<String> rights() throws SQLException {
        return list("""
                SELECT format('%s: is more than an ordinary role', rolname)
                FROM pg_roles
                WHERE rolname IN ('claribi_app', 'claribi_owner')
                  AND (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb OR rolreplication)
                UNION ALL
                SELECT format('claribi_app: is a member of %s', roleid::regrole)
                FROM pg_auth_members
                WHERE member = 'claribi_app'::regrole
                UNION ALL
                SELECT format('claribi_app: owns %s', pg_describe_object(classid, objid, objsubid))
                FROM pg_shdepend
                WHERE refclassid = 'pg_authid'::regclass AND refobjid = 'claribi_app'::regrole AND deptype = 'o'
                UNION ALL
                SELECT format('%s.%s: claribi_app may %s', nspname, relname, privilege)
                FROM pg_class
                JOIN pg_namespace ON pg_namespace.oid = relnamespace
                CROSS JOIN unnest('{TRUNCATE,REFERENCES,TRIGGER,MAINTAIN}'::text[]) AS privilege
                WHERE relkind IN ('r', 'p', 'v') AND has_table_privilege('claribi_app', pg_class.oid, privilege) AND """ + " " + OURS + """

                UNION ALL
                SELECT format('audit.event: claribi_app may %s', privilege)
                FROM unnest('{UPDATE,DELETE}'::text[]) AS privilege
                WHERE has_table_privilege('claribi_app', 'audit.event', privilege)
                   OR privilege = 'UPDATE' AND has_any_column_privilege('claribi_app', 'audit.event', privilege)
                UNION ALL
                SELECT format('%s: claribi_app may create in it', nspname)
                FROM pg_namespace
                WHERE has_schema_privilege('claribi_app', oid, 'CREATE')
                UNION ALL
                SELECT format('claribi_app may %s in the database', privilege)
                FROM unnest('{CREATE,TEMPORARY}'::text[]) AS privilege
                WHERE has_database_privilege('claribi_app', current_database(), privilege)
                UNION ALL
                SELECT 'migration: claribi_app may look into it'
                WHERE has_schema_privilege('claribi_app', 'migration', 'USAGE')
                """);
    }

    private List<String> list(String sql, String... parameters) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            try (var rows = statement.executeQuery()) {
                var values = new ArrayList<String>();
                while (rows.next()) {
                    values.add(String.valueOf(rows.getString(1)));
                }
                return values;
            }
        }
    }
}
