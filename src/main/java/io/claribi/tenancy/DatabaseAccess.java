package io.claribi.tenancy;

import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Where PostgreSQL is and who we are there: the owner migrates the schema, the application serves.
 *
 * @param url a JDBC URL without user or password
 */
public record DatabaseAccess(String url, Login owner, Login app) {

    /** A connection of its own, outside the pool. */
    public Connection connect(Login login) throws SQLException {
        // Not by the DriverManager, which finds no driver in an executable jar from some threads.
        var source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setLogServerErrorDetail(false);
        return source.getConnection(login.username(), login.password());
    }

    /** A database role and its password. */
    public record Login(String username, String password) {
        @Override
        public String toString() {
            return username;
        }
    }
}
