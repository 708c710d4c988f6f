package io.claribi.warehouse.duckdb;

import java.nio.file.Path;

/** Writes names and values into DuckDB's SQL where it takes no parameters. */
public final class Sql {
    private Sql() {}

    public static String identifier(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    public static String literal(String text) {
        return '\'' + text.replace("'", "''") + '\'';
    }

    public static String literal(Path path) {
        return literal(path.toString());
    }
}
