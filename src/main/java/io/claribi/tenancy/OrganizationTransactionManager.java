package io.claribi.tenancy;

import java.sql.Connection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Carries the scope's organization into each transaction that begins inside it. Work of one organization can't take
 * part in a transaction that was begun for another, or for none.
 */
final class OrganizationTransactionManager extends JdbcTransactionManager {
    /** Under this key the thread knows what its transaction was begun for. */
    private final Object boundKey = new Object();

    private final BindingDataSource pool;

    OrganizationTransactionManager(BindingDataSource pool) {
        super(pool);
        this.pool = pool;
        // Spring begins those without asking us whose they are; nothing here needs them.
        setNestedTransactionAllowed(false);
        afterPropertiesSet();
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        var organization = OrganizationScope.find();
        super.doBegin(transaction, definition);
        TransactionSynchronizationManager.bindResource(boundKey, organization);
        organization.ifPresent(found -> BindingConnection.bind(connection(), found));
    }

    private Connection connection() {
        var holder = (ConnectionHolder) TransactionSynchronizationManager.getResource(pool);
        if (holder == null) {
            throw new IllegalStateException("The transaction has no connection");
        }
        return holder.getConnection();
    }

    /** Spring comes by here whenever a transaction is begun or joined, but for nested ones. */
    @Override
    protected void prepareSynchronization(DefaultTransactionStatus status, TransactionDefinition definition) {
        if (status.hasTransaction() && !status.isNewTransaction()) {
            refuseOtherOrganization();
        }
        super.prepareSynchronization(status, definition);
    }

    private void refuseOtherOrganization() {
        var bound = TransactionSynchronizationManager.getResource(boundKey);
        if (bound != null && !bound.equals(OrganizationScope.find())) {
            throw new IllegalTransactionStateException(
                    bound.equals(Optional.empty())
                            ? "This transaction was begun outside the organization's scope"
                            : "This transaction belongs to another organization");
        }
    }

    @Override
    protected Object doSuspend(Object transaction) {
        var bound = TransactionSynchronizationManager.unbindResource(boundKey);
        return new Suspended(super.doSuspend(transaction), bound);
    }

    @Override
    protected void doResume(@Nullable Object transaction, Object suspendedResources) {
        var suspended = (Suspended) suspendedResources;
        super.doResume(transaction, suspended.connection());
        TransactionSynchronizationManager.bindResource(boundKey, suspended.bound());
    }

    @Override
    protected void doCleanupAfterCompletion(Object transaction) {
        TransactionSynchronizationManager.unbindResourceIfPossible(boundKey);
        super.doCleanupAfterCompletion(transaction);
    }

    private record Suspended(Object connection, Object bound) {}
}
