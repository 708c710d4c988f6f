package io.claribi.tenancy;

import javax.sql.DataSource;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;

/**
 * Connections for machinery that begins its own transactions (the scheduler) or listens for notifications. They are
 * the application role's and bound to no organization: a tenant table raises on them.
 */
@Component
public class UnboundConnections {
    private final ConnectionPool pool;

    UnboundConnections(ConnectionPool pool) {
        this.pool = pool;
    }

    /** Pooled; inside a transaction it is that transaction's connection, so that both commit together. */
    public DataSource dataSource() {
        return new TransactionAwareDataSourceProxy(pool.binding());
    }
}
