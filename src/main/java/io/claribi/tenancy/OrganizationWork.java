package io.claribi.tenancy;

import io.claribi.kernel.OrganizationId;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Does work for an organization in one transaction: what a job's runner or a registration needs. */
@Component
public class OrganizationWork {
    private final TransactionTemplate transaction;

    OrganizationWork(PlatformTransactionManager transactionManager) {
        this.transaction = new TransactionTemplate(transactionManager);
    }

    public <R> R call(OrganizationId organization, Supplier<R> work) {
        return OrganizationScope.call(organization, () -> transaction.execute(status -> work.get()));
    }

    public void run(OrganizationId organization, Runnable work) {
        OrganizationScope.run(organization, () -> transaction.executeWithoutResult(status -> work.run()));
    }
}
