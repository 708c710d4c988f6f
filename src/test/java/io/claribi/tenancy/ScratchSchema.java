package io.claribi.tenancy;

import java.sql.SQLException;

/** A tenant table {@code scratch.note}, made as a migration makes one, for as long as a test needs it. */
final class ScratchSchema implements AutoCloseable {

    private final DatabaseAccess access;

    ScratchSchema(DatabaseAccess access) throws SQLException {
        this.access = access;
        execute(access, """
                CREATE SCHEMA scratch;
                CREATE TABLE scratch.note (
                    organization_id uuid NOT NULL DEFAULT tenancy.current_organization(),
                    id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
                    word text NOT NULL,
                    PRIMARY KEY (organization_id, id),
                    UNIQUE (organization_id, word)
                );
                CALL tenancy.isolate('scratch.note');
                """);
    }

    @Override
    public void close() throws SQLException {
        execute(access, "DROP SCHEMA scratch CASCADE");
    }

    static void execute(DatabaseAccess access, String sql) throws SQLException {
        try (var owner = access.connect(access.owner());
                var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }
}
