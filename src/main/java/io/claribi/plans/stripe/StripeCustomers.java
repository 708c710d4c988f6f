package io.claribi.plans.stripe;

import io.claribi.kernel.OrganizationId;
import io.claribi.tenancy.OrganizationScope;
import io.claribi.tenancy.Organizations;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The current organization's customer at Stripe; one, for all that it ever pays. */
@Component
@WithStripe
class StripeCustomers {
    private final StripeApi api;
    private final StripeStore store;
    private final Organizations organizations;
    private final TransactionTemplate transaction;

    StripeCustomers(StripeApi api, StripeStore store, Organizations organizations, TransactionTemplate transaction) {
        this.api = api;
        this.store = store;
        this.organizations = organizations;
        this.transaction = transaction;
    }

    Optional<String> find() {
        OrganizationId current = OrganizationScope.current();
        return transaction.execute(status -> store.findCustomer(current));
    }

    String findOrCreate() {
        return find().orElseGet(this::create);
    }

    private String create() {
        OrganizationId current = OrganizationScope.current();
        String made = api.createCustomer(current, organizations.get().name());
        return transaction.execute(status -> {
            store.keepCustomer(current, made);
            return store.findCustomer(current).orElseThrow();
        });
    }
}
