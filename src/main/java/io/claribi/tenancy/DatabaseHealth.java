package io.claribi.tenancy;

import java.sql.SQLException;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/** Ready means that the pool gives a connection that answers. */
@Component
class DatabaseHealth extends AbstractHealthIndicator {
    private static final int TIMEOUT_SECONDS = 2;

    private final ConnectionPool pool;

    DatabaseHealth(ConnectionPool pool) {
        this.pool = pool;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) throws SQLException {
        try (var connection = pool.dataSource().getConnection()) {
            builder.status(connection.isValid(TIMEOUT_SECONDS) ? "UP" : "DOWN");
        }
    }
}
