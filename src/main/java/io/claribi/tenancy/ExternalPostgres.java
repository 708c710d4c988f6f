package io.claribi.tenancy;

import io.claribi.kernel.StartRefused;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A PostgreSQL that somebody else runs. */
public final class ExternalPostgres {
    private static final Logger LOG = LoggerFactory.getLogger(ExternalPostgres.class);
    private static final int OLDEST_VERSION = 18;
    private static final String GRANTED_TO_ANOTHER = """
            SELECT nspname
            FROM pg_catalog.pg_namespace
            WHERE nspname = 'tenancy'
              AND NOT pg_catalog.has_schema_privilege(oid, 'USAGE')
            """;

    private ExternalPostgres() {}

    /**
     * Access to it, once it is seen to be fit.
     *
     * @throws StartRefused if it can't be reached, is too old, or the role that serves is not fit to
     */
    public static DatabaseAccess prepare(DatabaseAccess access) {
        try (var connection = connect(access, access.owner())) {
            refuseOldVersion(connection);
            checkApp(access);
            if (!DatabasePrivileges.restrict(
                    connection, access.owner().username(), access.app().username())) {
                LOG.warn(
                        "{} may call set_config. Have a superuser run in this database: "
                                + "REVOKE EXECUTE ON FUNCTION pg_catalog.set_config(text, text, boolean) FROM PUBLIC; "
                                + "GRANT EXECUTE ON FUNCTION pg_catalog.set_config(text, text, boolean) TO {};",
                        access.app(),
                        access.owner());
            }
            return access;
        } catch (SQLException e) {
            throw unfit(access, access.owner(), e);
        }
    }

    /** Before anything is migrated: what a migration grants, it grants to the role of that moment, and no other later. */
    private static void checkApp(DatabaseAccess access) {
        try (var connection = connect(access, access.app())) {
            AppRoleCheck.refuse(texts(connection, AppRoleCheck.POWERS));
            if (!texts(connection, GRANTED_TO_ANOTHER).isEmpty()) {
                throw new StartRefused(
                        "%s may not use what the server has made in this database for another role."
                                .formatted(access.app()),
                        "Name that role as claribi.database.app, or begin with an empty database.");
            }
        } catch (SQLException e) {
            throw unfit(access, access.app(), e);
        }
    }

    private static Connection connect(DatabaseAccess access, DatabaseAccess.Login login) {
        try {
            return access.connect(login);
        } catch (SQLException e) {
            throw unfit(access, login, e);
        }
    }

    private static StartRefused unfit(DatabaseAccess access, DatabaseAccess.Login login, SQLException e) {
        return new StartRefused(
                "PostgreSQL at claribi.database.url does not serve %s: %s".formatted(login, e.getMessage()),
                "See that it runs, and that the roles %s and %s exist with the passwords configured."
                        .formatted(access.owner(), access.app()),
                e);
    }

    private static List<String> texts(Connection connection, String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    private static void refuseOldVersion(Connection connection) throws SQLException {
        int version = connection.getMetaData().getDatabaseMajorVersion();
        if (version < OLDEST_VERSION) {
            throw new StartRefused(
                    "PostgreSQL at claribi.database.url is version %d.".formatted(version),
                    "Use version %d or later.".formatted(OLDEST_VERSION));
        }
    }
}
