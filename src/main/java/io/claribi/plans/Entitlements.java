package io.claribi.plans;

import static io.claribi.plans.PlansError.PLAN_FEATURE_MISSING;
import static io.claribi.plans.PlansError.PLAN_LIMIT_REACHED;

import io.claribi.kernel.AppException;
import io.claribi.tenancy.Organizations;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the current organization's plan allows it. The plan is read anew each time, so that a change of it acts on the next
 * request of every node. A refusal names the cheapest plan that would do, if there is one.
 */
@Component
public class Entitlements {
    private final Organizations organizations;
    private final Plans plans;

    Entitlements(Organizations organizations, Plans plans) {
        this.organizations = organizations;
        this.plans = plans;
    }

    @Transactional(readOnly = true)
    public Plan plan() {
        return plans.get(organizations.planTerm().plan());
    }

    /**
     * @throws AppException PLAN_FEATURE_MISSING
     */
    @Transactional(readOnly = true)
    public void require(Feature feature) {
        Plan plan = plan();
        if (!plan.has(feature)) {
            AppException refusal = new AppException(
                            PLAN_FEATURE_MISSING,
                            "The plan %s does not include %s.".formatted(plan.name(), feature.wireName()))
                    .with("feature", feature.wireName());
            throw naming(plans.findCheapest(other -> other.has(feature)), refusal);
        }
    }

    /**
     * Holds an amount against a limit.
     *
     * @throws AppException PLAN_LIMIT_REACHED
     */
    @Transactional(readOnly = true)
    public void check(Limit limit, long amount) {
        Plan plan = plan();
        if (amount > plan.limit(limit)) {
            AppException refusal = new AppException(
                            PLAN_LIMIT_REACHED,
                            "The plan %s allows %,d %s.".formatted(plan.name(), plan.limit(limit), limit.text()))
                    .with("limit", limit.wireName());
            throw naming(plans.findCheapest(other -> other.limit(limit) >= amount), refusal);
        }
    }

    private static AppException naming(Optional<Plan> enough, AppException refusal) {
        return enough.map(plan -> refusal.with("plan", plan.name())).orElse(refusal);
    }

    /**
     * Holds what is used and {@code more} against a limit, and keeps everybody else of the organization from doing the
     * same until the transaction ends: of two that want the last place, one gets it.
     *
     * @throws AppException PLAN_LIMIT_REACHED
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void reserve(Limit limit, LongSupplier used, long more) {
        organizations.lock();
        check(limit, used.getAsLong() + more);
    }
}
