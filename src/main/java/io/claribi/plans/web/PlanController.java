package io.claribi.plans.web;

import io.claribi.http.Requires;
import io.claribi.kernel.Caller;
import io.claribi.kernel.Permission;
import io.claribi.plans.Feature;
import io.claribi.plans.Limit;
import io.claribi.plans.Plan;
import io.claribi.plans.Plans;
import io.claribi.plans.Subscription;
import io.claribi.plans.Subscriptions;
import io.claribi.plans.billing.BillingProvider;
import io.claribi.plans.billing.BillingProviderName;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The organization's plan, and those there are. */
@RestController
@RequestMapping("/api/v1/plan")
class PlanController {
    private final Subscriptions subscriptions;
    private final Plans plans;
    private final BillingProvider provider;

    PlanController(Subscriptions subscriptions, Plans plans, BillingProvider provider) {
        this.subscriptions = subscriptions;
        this.plans = plans;
        this.provider = provider;
    }

    @GetMapping
    @Requires
    SubscriptionView get(Caller caller) {
        return view(subscriptions.get(), caller);
    }

    @PutMapping
    @Requires(Permission.MANAGE_SUBSCRIPTION)
    SubscriptionView change(Caller caller, @RequestBody PlanChoice request) {
        return view(provider.choose(subscriptions.choosable(request.plan())), caller);
    }

    private SubscriptionView view(Subscription subscription, Caller caller) {
        return new SubscriptionView(
                subscription.plan().name(),
                subscription.since(),
                subscription.trialEndsAt(),
                provider.name(),
                plans.list().stream().map(PlanView::of).toList(),
                new SubscriptionAbilities(caller.can(Permission.MANAGE_SUBSCRIPTION), manages(caller)));
    }

    private boolean manages(Caller caller) {
        return caller.can(Permission.MANAGE_BILLING) && provider.billing().manageable();
    }

    record PlanChoice(String plan) {}

    /** @param trialEndsAt when it gives way to another plan; absent unless it is a trial */
    record SubscriptionView(
            String plan,
            Instant since,
            @Nullable Instant trialEndsAt,
            BillingProviderName provider,
            List<PlanView> plans,
            SubscriptionAbilities can) {}

    /**
     * @param priceUsd whole US dollars a month
     * @param trialDays how long it lasts; 0 for ever
     */
    record PlanView(String name, int priceUsd, int trialDays, List<Feature> features, Map<String, Long> limits) {
        static PlanView of(Plan plan) {
            var limits = new LinkedHashMap<String, Long>();
            for (Limit limit : Limit.values()) {
                limits.put(limit.wireName(), plan.limit(limit));
            }
            return new PlanView(
                    plan.name(),
                    plan.priceUsd(),
                    plan.trialDays(),
                    plan.features().stream().sorted().toList(),
                    limits);
        }
    }

    /** @param manageBilling whether there is something to manage: invoices and ways to pay */
    record SubscriptionAbilities(boolean change, boolean manageBilling) {}
}
