package io.claribi.identity;

import io.claribi.kernel.AccountId;
import io.claribi.tenancy.OrganizationWork;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Does work on an account for somebody who is not logged in, in the organization whose trail tells of it. */
@Component
class AccountWork {
    private final AccountStore store;
    private final OrganizationWork work;
    private final TransactionTemplate transaction;

    AccountWork(AccountStore store, OrganizationWork work, TransactionTemplate transaction) {
        this.store = store;
        this.work = work;
        this.transaction = transaction;
    }

    /** In one transaction, bound to where the account was last; empty if it is gone, or belongs nowhere any more. */
    <R> Optional<R> call(AccountId id, Function<Account, R> task) {
        return transaction
                .execute(status -> store.findLatestOrganization(id))
                .flatMap(organization ->
                        work.call(organization, () -> store.find(id).map(task)));
    }
}
