package io.claribi.tenancy;

import java.sql.Connection;
import java.sql.SQLException;

/** Takes from everybody in our database what PostgreSQL gives to everybody, and the application must not have. */
public final class DatabasePrivileges {
    /** Any number, the same on every node: two that start at once must not change one catalog row together. */
    private static final long LOCK = 0x636c617269L;

    private DatabasePrivileges() {}

    /**
     * The statements, for a superuser in the database; who is less is only warned by PostgreSQL.
     *
     * @param owner the owner's role, as an SQL identifier
     * @param database the database, as an SQL identifier
     */
    public static String restriction(String owner, String database) {
        return """
                REVOKE EXECUTE ON FUNCTION pg_catalog.set_config(text, text, boolean) FROM PUBLIC;
                GRANT EXECUTE ON FUNCTION pg_catalog.set_config(text, text, boolean) TO %s;
                REVOKE TEMPORARY ON DATABASE %s FROM PUBLIC;
                """.formatted(owner, database);
    }

    /**
     * Does what the connection's role may.
     *
     * @return whether {@code set_config}, by which a mere SELECT could name another organization, is out of the
     *     application's reach
     */
    static boolean restrict(Connection connection, String owner, String app) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("SELECT pg_catalog.pg_advisory_lock(%d)".formatted(LOCK));
            if (canSetConfig(connection, app) || !canSetConfig(connection, owner)) {
                statement.execute(restriction(
                        statement.enquoteIdentifier(owner, true),
                        statement.enquoteIdentifier(connection.getCatalog(), true)));
            }
            statement.execute("SELECT pg_catalog.pg_advisory_unlock(%d)".formatted(LOCK));
        }
        return !canSetConfig(connection, app);
    }

    private static boolean canSetConfig(Connection connection, String role) throws SQLException {
        try (var statement = connection.prepareStatement("""
                SELECT pg_catalog.has_function_privilege(
                    CAST(? AS name), 'pg_catalog.set_config(text, text, boolean)', 'EXECUTE')
                """)) {
            statement.setString(1, role);
            try (var result = statement.executeQuery()) {
                result.next();
                return result.getBoolean(1);
            }
        }
    }
}
