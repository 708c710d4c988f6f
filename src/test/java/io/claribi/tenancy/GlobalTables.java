package io.claribi.tenancy;

import java.util.Map;

/** The tables that belong to no organization, each with its reason. All others are isolated. Keep it short. */
final class GlobalTables {
    static final Map<String, String> REASONS =
            Map.of("migration.flyway_schema_history", "what the owner has migrated; the application can't read it");

    private GlobalTables() {}
}
