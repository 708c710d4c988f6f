package io.claribi.tenancy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.metrics.micrometer.MicrometerMetricsTrackerFactory;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Connections of the application role; the owner's are never pooled. */
@Component
class ConnectionPool implements AutoCloseable {
    private static final Duration STATEMENT_TIMEOUT = Duration.ofSeconds(30);
    private static final Duration IDLE_IN_TRANSACTION_TIMEOUT = Duration.ofSeconds(60);
    /** Beyond the statement's own, so that it ends only what the network has lost. */
    private static final Duration SOCKET_TIMEOUT = Duration.ofSeconds(90);

    private static final int IDLE_CONNECTIONS = 2;

    private final HikariDataSource dataSource;
    private final BindingDataSource binding;

    ConnectionPool(DatabaseAccess access, DatabaseSettings settings, ObjectProvider<MeterRegistry> metrics) {
        var config = new HikariConfig();
        config.setPoolName("database");
        config.setJdbcUrl(access.url());
        config.setUsername(access.app().username());
        config.setPassword(access.app().password());
        config.setMaximumPoolSize(settings.poolSize());
        config.setMinimumIdle(Math.min(IDLE_CONNECTIONS, settings.poolSize()));
        config.setConnectionTimeout(Duration.ofSeconds(10).toMillis());
        config.addDataSourceProperty("ApplicationName", "claribi");
        config.addDataSourceProperty("reWriteBatchedInserts", true);
        config.addDataSourceProperty("tcpKeepAlive", true);
        // PostgreSQL's detail of an error quotes the row that it is about, and exceptions are logged.
        config.addDataSourceProperty("logServerErrorDetail", false);
        config.addDataSourceProperty("socketTimeout", SOCKET_TIMEOUT.toSeconds());
        config.addDataSourceProperty(
                "options",
                "-c statement_timeout=%d -c idle_in_transaction_session_timeout=%d"
                        .formatted(STATEMENT_TIMEOUT.toMillis(), IDLE_IN_TRANSACTION_TIMEOUT.toMillis()));
        metrics.ifAvailable(registry -> config.setMetricsTrackerFactory(new MicrometerMetricsTrackerFactory(registry)));
        this.dataSource = new HikariDataSource(config);
        this.binding = new BindingDataSource(dataSource);
    }

    HikariDataSource dataSource() {
        return dataSource;
    }

    /** The pool's connections for transactions; under this one Spring knows the connection of the current one. */
    BindingDataSource binding() {
        return binding;
    }

    @Override
    public void close() {
        dataSource.close();
    }
}
