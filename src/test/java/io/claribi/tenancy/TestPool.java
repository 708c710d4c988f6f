package io.claribi.tenancy;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The database as the server has it, over a pool of a chosen size and without the server. */
final class TestPool implements AutoCloseable {
    private final ConnectionPool pool;
    private final OrganizationTransactionManager transactionManager;
    private final TransactionBoundDataSource dataSource;

    TestPool(DatabaseAccess access, int size) {
        this.pool = new ConnectionPool(
                access,
                new DatabaseSettings(null, null, null, size),
                new StaticListableBeanFactory().getBeanProvider(MeterRegistry.class));
        this.transactionManager = new OrganizationTransactionManager(pool.binding());
        this.dataSource = new TransactionBoundDataSource(pool.binding());
    }

    Database database() {
        return new Database(JdbcClient.create(dataSource));
    }

    OrganizationTransactionManager transactionManager() {
        return transactionManager;
    }

    TransactionTemplate transaction() {
        return new TransactionTemplate(transactionManager);
    }

    OrganizationWork work() {
        return new OrganizationWork(transactionManager);
    }

    TransactionBoundDataSource dataSource() {
        return dataSource;
    }

    int connectionsInUse() {
        return pool.dataSource().getHikariPoolMXBean().getActiveConnections();
    }

    @Override
    public void close() {
        pool.close();
    }
}
