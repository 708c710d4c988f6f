package io.claribi.warehouse.files;

import io.claribi.warehouse.ColumnType;
import io.claribi.warehouse.duckdb.Sql;

/**
 * How a column of a foreign Parquet file becomes one of ours.
 *
 * @param source the column there, quoted
 * @param value an expression over it
 * @param length an expression for how many bytes a value takes; empty where that is little
 * @param mayReject whether values can be lost by that
 */
record ParquetColumn(
        String name, ColumnType type, String source, String value, String length, boolean mayReject, String reason) {

    static ParquetColumn of(String sourceName, String duckType, String name) {
        String source = Sql.identifier(sourceName);
        if (duckType.startsWith("DECIMAL")) {
            return kept(name, duckType.endsWith(",0)") ? ColumnType.INTEGER : ColumnType.DECIMAL, source, source);
        }
        return switch (duckType) {
            case "BOOLEAN" -> kept(name, ColumnType.BOOLEAN, source, source);
            case "TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UTINYINT", "USMALLINT", "UINTEGER" ->
                kept(name, ColumnType.INTEGER, source, cast(source, "BIGINT"));
            case "UBIGINT" -> kept(name, ColumnType.INTEGER, source, cast(source, "DECIMAL(20, 0)"));
            case "FLOAT", "DOUBLE" ->
                lossy(
                        name,
                        ColumnType.DECIMAL,
                        source,
                        "CASE WHEN isfinite(%1$s) THEN CAST(%1$s AS DOUBLE) END".formatted(source),
                        "not a finite number");
            case "DATE" ->
                lossy(
                        name,
                        ColumnType.DATE,
                        source,
                        "CASE WHEN isfinite(%1$s) THEN %1$s END".formatted(source),
                        "not a date");
            case "TIMESTAMP", "TIMESTAMP_S", "TIMESTAMP_MS", "TIMESTAMP_NS", "TIMESTAMP WITH TIME ZONE" ->
                lossy(
                        name,
                        ColumnType.TIMESTAMP,
                        source,
                        "CASE WHEN isfinite(CAST(%1$s AS TIMESTAMP)) THEN CAST(%1$s AS TIMESTAMP) END"
                                .formatted(source),
                        "not a time");
            case "TIME", "TIME WITH TIME ZONE", "TIME_NS" -> kept(name, ColumnType.TIME, source, cast(source, "TIME"));
            case "UUID", "INTERVAL" -> kept(name, ColumnType.TEXT, source, cast(source, "VARCHAR"));
            case "VARCHAR" ->
                text(name, source, "nullif(%s, '')".formatted(source), "strlen(%s)".formatted(source), "");
            // Old writers leave out that bytes are text.
            case "BLOB" ->
                text(
                        name,
                        source,
                        "TRY(decode(%s))".formatted(source),
                        "octet_length(%s)".formatted(source),
                        "bytes that are no text");
            default -> {
                String value = "CAST(to_json(%s) AS VARCHAR)".formatted(source);
                yield text(name, source, value, "strlen(%s)".formatted(value), "");
            }
        };
    }

    private static ParquetColumn kept(String name, ColumnType type, String source, String value) {
        return new ParquetColumn(name, type, source, value, "", false, "");
    }

    private static ParquetColumn lossy(String name, ColumnType type, String source, String value, String reason) {
        return new ParquetColumn(name, type, source, value, "", true, reason);
    }

    private static ParquetColumn text(String name, String source, String value, String length, String reason) {
        return new ParquetColumn(name, ColumnType.TEXT, source, value, length, !reason.isEmpty(), reason);
    }

    private static String cast(String source, String type) {
        return "CAST(%s AS %s)".formatted(source, type);
    }
}
