package io.claribi.warehouse.duckdb;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Accepts one SELECT and nothing else, by DuckDB's own parse tree. The lock-down alone would let pass a second statement,
 * COPY into the folder and changes of what is in memory.
 */
final class SelectGuard {
    private static final int REMEMBERED = 1_000;

    private final Set<String> accepted = Collections.synchronizedSet(Collections.newSetFromMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    }));

    /**
     * Checks a statement.
     *
     * @throws IllegalArgumentException if it is not exactly one SELECT
     */
    void check(Duck duck, String sql) throws SQLException {
        if (accepted.contains(sql)) {
            return;
        }
        boolean one = duck.with("""
                SELECT NOT (tree ->> 'error')::BOOLEAN AND json_array_length(tree, '$.statements') = 1
                FROM (SELECT json_serialize_sql(?::VARCHAR) AS tree)
                """, statement -> {
            statement.setString(1, sql);
            try (ResultSet result = statement.executeQuery()) {
                return result.next() && result.getBoolean(1);
            }
        });
        if (!one) {
            throw new IllegalArgumentException("Not one SELECT");
        }
        accepted.add(sql);
    }
}
