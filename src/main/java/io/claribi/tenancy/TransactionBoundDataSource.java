package io.claribi.tenancy;

import java.sql.Connection;
import javax.sql.DataSource;
import org.springframework.core.InfrastructureProxy;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * The pool as everybody sees it: there is no connection outside a transaction. Spring looks for a transaction's
 * connection under the wrapped pool, so it finds the current one; whoever gets as far as here has none.
 */
final class TransactionBoundDataSource extends DelegatingDataSource implements InfrastructureProxy {
    private final DataSource pool;

    TransactionBoundDataSource(DataSource pool) {
        super(pool);
        this.pool = pool;
    }

    @Override
    public Object getWrappedObject() {
        return pool;
    }

    @Override
    public Connection getConnection() {
        throw new IllegalStateException("There is no connection outside a transaction");
    }

    @Override
    public Connection getConnection(String username, String password) {
        return getConnection();
    }
}
