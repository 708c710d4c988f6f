package io.claribi.tenancy;

import io.claribi.kernel.StartRefused;
import java.sql.Connection;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A PostgreSQL that somebody else runs. */
public final class ExternalPostgres {
    private static final Logger LOG = LoggerFactory.getLogger(ExternalPostgres.class);
    private static final int OLDEST_VERSION = 18;

    private ExternalPostgres() {}

    /**
     * Access to it, once it is seen to be fit.
     *
     * @throws StartRefused if it can't be reached or is too old
     */
    public static DatabaseAccess prepare(DatabaseAccess access) {
        try (var connection = access.connect(access.owner())) {
            refuseOldVersion(connection);
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
            throw new StartRefused(
                    "PostgreSQL at claribi.database.url does not serve %s: %s"
                            .formatted(access.owner(), e.getMessage()),
                    "See that it runs, and that the roles %s and %s exist with the passwords configured."
                            .formatted(access.owner(), access.app()),
                    e);
        }
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
