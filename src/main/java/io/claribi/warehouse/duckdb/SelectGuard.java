package io.claribi.warehouse.duckdb;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Accepts one SELECT and nothing else, by DuckDB's own parse tree. The lock-down alone would let pass a second statement,
 * COPY into the folder and changes of what is in memory.
 */
final class SelectGuard {
    private static final int REMEMBERED = 1_000;

    /** By their hashes: a statement may be as long as a request. */
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
        String hash = hash(sql);
        if (accepted.contains(hash)) {
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
        accepted.add(hash);
    }

    private static String hash(String sql) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(sql.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every Java platform", e);
        }
    }
}
