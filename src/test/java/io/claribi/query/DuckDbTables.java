package io.claribi.query;

import io.claribi.warehouse.Column;
import io.claribi.warehouse.ColumnType;
import io.claribi.warehouse.RowReader;
import io.claribi.warehouse.StoredTable;
import io.claribi.warehouse.TableVersionId;
import io.claribi.warehouse.Warehouse;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import org.duckdb.DuckDBDriver;
import org.jspecify.annotations.Nullable;

/** A real DuckDB in memory, its tables made by SQL, that runs what the compiler writes and remembers it. */
public final class DuckDbTables implements Warehouse, AutoCloseable {
    private final Connection connection;
    private final List<String> statements = new CopyOnWriteArrayList<>();

    public DuckDbTables() {
        try {
            var properties = new Properties();
            // The whole result must not be in memory before the first row is read.
            properties.setProperty(DuckDBDriver.JDBC_STREAM_RESULTS, "true");
            connection = DriverManager.getConnection("jdbc:duckdb:", properties);
            connection.createStatement().execute("SET TimeZone = 'UTC'");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Makes a table of what a SELECT gives. */
    public StoredTable create(String name, String select) {
        var version = TableVersionId.next();
        var unnamed = new StoredTable(version, name, 0, List.of(), 0);
        try (var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE %s AS %s".formatted(Warehouse.relation(unnamed), select));
            try (var rows = statement.executeQuery("SELECT count(*) FROM " + Warehouse.relation(unnamed))) {
                rows.next();
                return new StoredTable(version, name, rows.getLong(1), columnsOf(unnamed), 100);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The statements run so far. */
    public List<String> statements() {
        return List.copyOf(statements);
    }

    @Override
    public <R> R query(
            String sql, List<Object> values, List<StoredTable> tables, Duration timeout, RowReader<R> reader) {
        statements.add(sql);
        try (var own = connection.unwrap(org.duckdb.DuckDBConnection.class).duplicate();
                var statement = own.prepareStatement(sql)) {
            bind(statement, values);
            try (var rows = statement.executeQuery()) {
                var columns = columns(rows);
                reader.columns(columns);
                boolean more = true;
                while (more && rows.next()) {
                    more = reader.row(row(rows, columns));
                }
            }
            return reader.finish();
        } catch (SQLException e) {
            throw new IllegalStateException(sql + "\n" + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Column> columnsOf(StoredTable table) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT * FROM %s LIMIT 0".formatted(Warehouse.relation(table)))) {
            return columns(rows);
        }
    }

    private static List<Column> columns(ResultSet rows) throws SQLException {
        var columns = new ArrayList<Column>();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
            columns.add(new Column(
                    rows.getMetaData().getColumnName(i),
                    type(rows.getMetaData().getColumnType(i), rows.getMetaData().getColumnTypeName(i))));
        }
        return columns;
    }

    private static ColumnType type(int jdbc, String name) {
        return switch (jdbc) {
            case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT -> ColumnType.INTEGER;
            case Types.FLOAT, Types.DOUBLE, Types.DECIMAL -> ColumnType.DECIMAL;
            case Types.BOOLEAN -> ColumnType.BOOLEAN;
            case Types.DATE -> ColumnType.DATE;
            case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE -> ColumnType.TIMESTAMP;
            case Types.TIME -> ColumnType.TIME;
            default -> name.equals("HUGEINT") ? ColumnType.INTEGER : ColumnType.TEXT;
        };
    }

    private static void bind(PreparedStatement statement, List<Object> values) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            Object value = values.get(i);
            statement.setObject(
                    i + 1, value instanceof Instant instant ? LocalDateTime.ofInstant(instant, ZoneOffset.UTC) : value);
        }
    }

    private static @Nullable Object[] row(ResultSet rows, List<Column> columns) throws SQLException {
        var values = new @Nullable Object[columns.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(rows.getObject(i + 1), rows, i + 1);
        }
        return values;
    }

    private static @Nullable Object value(@Nullable Object value, ResultSet rows, int index) throws SQLException {
        return switch (value) {
            case null -> null;
            case Integer number -> number.longValue();
            case Short number -> number.longValue();
            case Byte number -> number.longValue();
            case Float number -> number.doubleValue();
            case BigInteger number -> number.bitLength() < Long.SIZE ? (Object) number.longValue() : number;
            case java.sql.Timestamp unused ->
                rows.getObject(index, LocalDateTime.class).toInstant(ZoneOffset.UTC);
            case LocalDate date -> date;
            case LocalTime time -> time;
            default -> value;
        };
    }
}
