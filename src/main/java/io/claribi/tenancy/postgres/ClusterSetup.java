package io.claribi.tenancy.postgres;

import io.claribi.tenancy.DatabaseAccess;
import io.claribi.tenancy.DatabaseAccess.Login;
import io.claribi.tenancy.DatabasePrivileges;
import java.sql.Connection;
import java.sql.SQLException;

/** Sees to roles, database and rights at each start, so that a crash during the first one does no harm. */
record ClusterSetup(int port, ClusterPasswords passwords) {
    private static final String DATABASE = "claribi";
    private static final String OWNER = "claribi_owner";
    private static final String APP = "claribi_app";

    DatabaseAccess run() throws SQLException {
        try (var connection = connect("postgres")) {
            createRole(connection, OWNER, passwords.owner());
            createRole(connection, APP, passwords.app());
            createDatabase(connection);
        }
        try (var connection = connect(DATABASE)) {
            DatabasePrivileges.restrict(connection, OWNER, APP);
        }
        return access(DATABASE);
    }

    private DatabaseAccess access(String database) {
        return new DatabaseAccess(
                "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database),
                new Login(OWNER, passwords.owner()),
                new Login(APP, passwords.app()));
    }

    private Connection connect(String database) throws SQLException {
        return access(database).connect(new Login(Cluster.SUPERUSER, passwords.superuser()));
    }

    private static void createRole(Connection connection, String role, String password) throws SQLException {
        if (!exists(connection, "SELECT FROM pg_catalog.pg_roles WHERE rolname = ?", role)) {
            try (var statement = connection.createStatement()) {
                statement.execute("CREATE ROLE %s LOGIN PASSWORD '%s'".formatted(role, password));
            }
        }
    }

    private static void createDatabase(Connection connection) throws SQLException {
        if (!exists(connection, "SELECT FROM pg_catalog.pg_database WHERE datname = ?", DATABASE)) {
            try (var statement = connection.createStatement()) {
                statement.execute("CREATE DATABASE %s OWNER %s".formatted(DATABASE, OWNER));
            }
        }
    }

    private static boolean exists(Connection connection, String sql, String name) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, name);
            return statement.executeQuery().next();
        }
    }
}
