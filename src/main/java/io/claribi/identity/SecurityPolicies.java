package io.claribi.identity;

import io.claribi.kernel.OrganizationId;
import io.claribi.tenancy.Invalidations;
import io.claribi.tenancy.OrganizationScope;
import io.claribi.tenancy.OrganizationWork;
import io.claribi.tenancy.Organizations;
import io.claribi.tenancy.WatchedCache;
import java.util.function.UnaryOperator;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What organizations demand of their members; each request reads it, and a change acts on the next one on every node. */
@Component
public class SecurityPolicies {
    private final SecurityPolicyStore store;
    private final Organizations organizations;
    private final ApplicationEventPublisher events;
    private final WatchedCache<OrganizationId, SecurityPolicy> policies;

    SecurityPolicies(
            SecurityPolicyStore store,
            Organizations organizations,
            Invalidations invalidations,
            OrganizationWork work,
            ApplicationEventPublisher events) {
        this.store = store;
        this.organizations = organizations;
        this.events = events;
        policies = invalidations.cache(
                "security-policy",
                id -> id.value().toString(),
                id -> work.call(id, () -> store.find().orElse(SecurityPolicy.NONE)));
    }

    /**
     * An organization's policy, also where none is bound.
     *
     * @throws IllegalStateException if another organization is bound
     */
    public SecurityPolicy of(OrganizationId organization) {
        return policies.get(organization);
    }

    /** The current organization's policy. */
    public SecurityPolicy get() {
        return of(OrganizationScope.current());
    }

    /**
     * Changes the current organization's policy; of two changes at once the second sees the first.
     *
     * @return the policy as it is now
     * @throws io.claribi.kernel.AppException INVALID_INPUT, or what whoever hears of {@link MfaRequiring} objects
     */
    @Transactional
    public SecurityPolicy change(UnaryOperator<SecurityPolicy> change) {
        organizations.lock();
        SecurityPolicy before = store.find().orElse(SecurityPolicy.NONE);
        SecurityPolicy after = change.apply(before);
        after.check();
        if (!after.equals(before)) {
            if (after.mfaRequired() && !before.mfaRequired()) {
                events.publishEvent(new MfaRequiring());
            }
            store.save(after);
            policies.invalidate(OrganizationScope.current());
            events.publishEvent(new SecurityPolicyChanged(organizations.get(), before, after));
        }
        return after;
    }
}
