package io.claribi.warehouse.duckdb;

import io.claribi.warehouse.Column;
import io.claribi.warehouse.ColumnType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a result's rows as the values that {@link io.claribi.warehouse.RowReader} promises. */
final class ResultCells {
    private final List<Column> columns = new ArrayList<>();
    private final List<CellReader> readers = new ArrayList<>();

    ResultCells(ResultSetMetaData result) throws SQLException {
        for (int i = 1; i <= result.getColumnCount(); i++) {
            String type = result.getColumnTypeName(i);
            CellReader reader = CellReader.of(type);
            readers.add(reader);
            columns.add(new Column(result.getColumnLabel(i), reader.type));
        }
    }

    List<Column> columns() {
        return columns;
    }

    void read(ResultSet row, @Nullable Object[] into) throws SQLException {
        for (int i = 0; i < into.length; i++) {
            into[i] = readers.get(i).read(row, i + 1);
        }
    }

    private enum CellReader {
        TEXT(ColumnType.TEXT) {
            @Override
            @Nullable
            Object read(ResultSet row, int i) throws SQLException {
                return row.getString(i);
            }
        },
        LONG(ColumnType.INTEGER) {
            @Override
            @Nullable
            Object read(ResultSet row, int i) throws SQLException {
                long value = row.getLong(i);
                return row.wasNull() ? null : (Object) value;
            }
        },
        BIG_INTEGER(ColumnType.INTEGER) {
            @Override
            @Nullable
            Object read(ResultSet row, int i) throws SQLException {
                return narrow(row.getObject(i));
            }
        },
        DOUBLE(ColumnType.DECIMAL) {
            @Override
            @Nullable
            Object read(ResultSet row, int i) throws SQLException {
                double value = row.getDouble(i);
                // Neither JSON nor a chart knows NaN or infinity: they are no value.
                return row.wasNull() || !Double.isFinite(value) ? null : (Object) value;
            }
        },
        DECIMAL(ColumnType.DECIMAL) {
            @Override
            @Nullable
            Object read(ResultSet row, int i) throws SQLException {
                return row.getBigDecimal(i);
            }
        },
        BOOLEAN(ColumnType.BOOLEAN) {
            @Override
            @Nullable
            Object read(ResultSet row, int i) throws SQLException {
                boolean value = row.getBoolean(i);
                return row.wasNull() ? null : (Object) value;
            }
        },
        DATE(ColumnType.DATE) {
            @Override
            @Nullable
            Object read(ResultSet row, int i) throws SQLException {
                return row.getObject(i, LocalDate.class);
            }
        },
        TIMESTAMP(ColumnType.TIMESTAMP) {
            @Override
            @Nullable
            Object read(ResultSet row, int i) throws SQLException {
                LocalDateTime value = row.getObject(i, LocalDateTime.class);
                return value == null ? null : value.toInstant(ZoneOffset.UTC);
            }
        },
        ZONED_TIMESTAMP(ColumnType.TIMESTAMP) {
            @Override
            @Nullable
            Object read(ResultSet row, int i) throws SQLException {
                OffsetDateTime value = row.getObject(i, OffsetDateTime.class);
                return value == null ? null : (Instant) value.toInstant();
            }
        },
        TIME(ColumnType.TIME) {
            @Override
            @Nullable
            Object read(ResultSet row, int i) throws SQLException {
                return row.getObject(i, LocalTime.class);
            }
        };

        private final ColumnType type;

        CellReader(ColumnType type) {
            this.type = type;
        }

        abstract @Nullable Object read(ResultSet row, int i) throws SQLException;

        static CellReader of(String duckType) {
            return switch (duckType) {
                case "TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UTINYINT", "USMALLINT", "UINTEGER" -> LONG;
                case "HUGEINT", "UHUGEINT", "UBIGINT" -> BIG_INTEGER;
                case "DOUBLE", "FLOAT" -> DOUBLE;
                case "BOOLEAN" -> BOOLEAN;
                case "DATE" -> DATE;
                case "TIMESTAMP", "TIMESTAMP_S", "TIMESTAMP_MS", "TIMESTAMP_NS" -> TIMESTAMP;
                case "TIMESTAMP WITH TIME ZONE" -> ZONED_TIMESTAMP;
                case "TIME" -> TIME;
                default -> {
                    if (!duckType.matches("DECIMAL\\(\\d+,\\d+\\)")) {
                        yield TEXT;
                    }
                    yield duckType.endsWith(",0)") ? BIG_INTEGER : DECIMAL;
                }
            };
        }

        private static @Nullable Object narrow(@Nullable Object value) {
            BigInteger integer = value instanceof BigDecimal decimal ? decimal.toBigInteger() : (BigInteger) value;
            return integer != null && integer.bitLength() < Long.SIZE ? (Object) integer.longValue() : integer;
        }
    }
}
