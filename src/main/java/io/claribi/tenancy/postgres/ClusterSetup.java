package io.claribi.tenancy.postgres;

import io.claribi.tenancy.DatabaseAccess;
import io.claribi.tenancy.DatabaseAccess.Login;
import io.claribi.tenancy.DatabasePrivileges;

/**
 * What a new cluster gets before it first listens, in PostgreSQL's single-user mode: two roles and a database. So its
 * superuser needs no password, and the configuration lets it in from nowhere.
 */
record ClusterSetup(ClusterPasswords passwords) {
    static final String DATABASE = "claribi";
    static final String OWNER = "claribi_owner";
    static final String APP = "claribi_app";

    /** The statements for the database {@code postgres}, a line each. */
    String roles() {
        return """
                CREATE ROLE %1$s LOGIN PASSWORD '%2$s';
                CREATE ROLE %3$s LOGIN PASSWORD '%4$s';
                CREATE DATABASE %5$s OWNER %1$s;
                """.formatted(OWNER, passwords.owner(), APP, passwords.app(), DATABASE);
    }

    /** The statements for our own database. */
    String privileges() {
        return DatabasePrivileges.restriction(OWNER, DATABASE);
    }

    DatabaseAccess access(int port) {
        return new DatabaseAccess(
                "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, DATABASE),
                new Login(OWNER, passwords.owner()),
                new Login(APP, passwords.app()));
    }
}
