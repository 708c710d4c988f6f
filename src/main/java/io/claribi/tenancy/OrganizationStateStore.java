package io.claribi.tenancy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class OrganizationStateStore {
    private final Database database;

    OrganizationStateStore(Database database) {
        this.database = database;
    }

    Optional<OrganizationState> find() {
        return database.sql("""
                        SELECT disabled_at, closes_at
                        FROM tenancy.organization
                        LEFT JOIN tenancy.closing USING (organization_id)
                        """)
                .query((row, number) -> OrganizationState.of(instant(row, "disabled_at"), instant(row, "closes_at")))
                .optional();
    }

    boolean disable() {
        return database.sql("""
                        UPDATE tenancy.organization
                        SET disabled_at = now()
                        WHERE disabled_at IS NULL
                        """).update() == 1;
    }

    boolean enable() {
        return database.sql("""
                        UPDATE tenancy.organization
                        SET disabled_at = NULL
                        WHERE disabled_at IS NOT NULL
                        """).update() == 1;
    }

    Instant beginClosing() {
        return database.sql("""
                        SELECT tenancy.begin_closing()
                        """).query(OffsetDateTime.class).single().toInstant();
    }

    boolean stopClosing() {
        return database.sql("""
                        SELECT tenancy.stop_closing()
                        """).query(Boolean.class).single();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
