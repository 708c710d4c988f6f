package io.claribi.bench.harness;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/** DuckDB by its driver and nothing around it, with the limits that the server's sessions have. */
public final class DirectDuck implements AutoCloseable {
    private final Connection connection;

    private DirectDuck(Connection connection) {
        this.connection = connection;
    }

    /** @param memory as DuckDB writes it: 256MiB */
    public static DirectDuck open(String memory) throws SQLException {
        var settings = new Properties();
        settings.setProperty("jdbc_stream_results", "true");
        settings.setProperty("threads", "2");
        settings.setProperty("memory_limit", memory);
        var duck = new DirectDuck(DriverManager.getConnection("jdbc:duckdb:", settings));
        duck.execute("SET TimeZone = 'UTC'");
        return duck;
    }

    /** Shows a Parquet file as a table. */
    public void show(String table, Path file) throws SQLException {
        execute("CREATE VIEW \"%s\" AS SELECT * FROM read_parquet(%s)".formatted(table, literal(file)));
    }

    public void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Reads every cell of a query's result; says how long that took, in milliseconds. */
    public double query(String sql) throws SQLException {
        long began = System.nanoTime();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                for (int i = 1; i <= columns; i++) {
                    rows.getObject(i);
                }
            }
        }
        return (System.nanoTime() - began) / 1e6;
    }

    public static String literal(Path file) {
        return "'%s'".formatted(file.toString().replace("'", "''"));
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
