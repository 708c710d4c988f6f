package io.claribi.warehouse.duckdb;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.duckdb.DuckDBPreparedStatement;
import org.jspecify.annotations.Nullable;

/** A session's statements, one at a time; the one that runs can be cancelled from another thread. */
public final class Duck {
    private final Connection connection;
    private final Object lock = new Object();
    private @Nullable Statement running;
    private @Nullable DuckDBPreparedStatement measured;
    private boolean cancelled;

    Duck(Connection connection) {
        this.connection = connection;
    }

    /** Runs a statement and says how many rows it changed or copied. */
    public long execute(String sql) throws SQLException {
        return with(sql, statement -> {
            measure(statement);
            try {
                return statement.execute() ? 0L : statement.getLargeUpdateCount();
            } finally {
                measure(null);
            }
        });
    }

    /** Runs a query whose rows are few. */
    public <R> List<R> list(String sql, RowMapper<R> mapper) throws SQLException {
        return with(sql, statement -> {
            var rows = new ArrayList<R>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(mapper.map(result));
                }
            }
            return rows;
        });
    }

    /** Runs a statement behind other work, which may have been cancelled or have failed: then it is of no matter either. */
    void tidy(String sql) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.execute();
        } catch (SQLException e) {
            // The next such work replaces what is left, or the session ends with it.
        }
    }

    /** Prepares a statement and uses it. */
    <R> R with(String sql, StatementUse<R> use) throws SQLException {
        checkNotCancelled();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            become(statement);
            try {
                return use.with(statement);
            } finally {
                become(null);
            }
        }
    }

    private void become(@Nullable Statement statement) throws SQLException {
        synchronized (lock) {
            running = statement;
        }
        if (statement != null) {
            checkNotCancelled();
        }
    }

    void checkNotCancelled() throws SQLException {
        synchronized (lock) {
            if (cancelled) {
                throw new SQLException("INTERRUPT Error: cancelled");
            }
        }
    }

    /** Stops the running statement, and any that the same work would begin after it. */
    void cancel() {
        synchronized (lock) {
            cancelled = true;
            if (running != null) {
                try {
                    running.cancel();
                } catch (SQLException e) {
                    // It ended of itself in this moment.
                }
            }
        }
    }

    /** Makes ready for the next work after a cancellation; false if the connection is of no more use. */
    boolean reset() {
        synchronized (lock) {
            cancelled = false;
            return running == null;
        }
    }

    /** A result that is being fetched is not measured: the driver would let us wait until the fetch is over. */
    private void measure(@Nullable PreparedStatement statement) {
        synchronized (lock) {
            measured = statement instanceof DuckDBPreparedStatement duckdb ? duckdb : null;
        }
    }

    /** How far the running statement is, 0..1; 0 when that is not known. */
    double progress() {
        synchronized (lock) {
            if (measured == null) {
                return 0;
            }
            try {
                return Math.clamp(measured.getQueryProgress().getPercentage() / 100, 0, 1);
            } catch (SQLException e) {
                return 0;
            }
        }
    }

    void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new DuckException(e);
        }
    }

    /** Makes a value of the row that the result stands on. */
    @FunctionalInterface
    public interface RowMapper<R> {
        R map(ResultSet row) throws SQLException;
    }

    /** What is done with a prepared statement. */
    @FunctionalInterface
    interface StatementUse<R> {
        R with(PreparedStatement statement) throws SQLException;
    }
}
