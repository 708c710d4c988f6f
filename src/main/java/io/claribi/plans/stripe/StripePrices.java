package io.claribi.plans.stripe;

import io.claribi.kernel.StartRefused;
import io.claribi.plans.Plan;
import io.claribi.plans.Plans;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which plan is which price at Stripe: each plan that costs something has one of its own. */
class StripePrices {
    private final Map<String, String> prices;
    private final Map<String, Plan> plans;

    StripePrices(Map<String, String> prices, Plans plans) {
        this.prices = Map.copyOf(prices);
        for (Plan plan : plans.list()) {
            if (plan.priceUsd() > 0 != prices.containsKey(plan.name())) {
                throw refused(
                        plan.priceUsd() > 0
                                ? "names no price for the plan %s".formatted(plan.name())
                                : "names a price for the plan %s, which is free".formatted(plan.name()));
            }
        }
        for (String name : prices.keySet()) {
            if (plans.find(name).isEmpty()) {
                throw refused("names a price for %s, which is no plan".formatted(name));
            }
        }
        if (prices.values().stream().distinct().count() < prices.size()) {
            throw refused("names one price for two plans");
        }
        this.plans = prices.keySet().stream().collect(Collectors.toUnmodifiableMap(prices::get, plans::get));
    }

    private static StartRefused refused(String what) {
        return new StartRefused(
                "claribi.plans.billing.stripe.prices %s.".formatted(what),
                "Make a monthly price in Stripe for each plan that costs something and name its id (price_…).");
    }

    Optional<String> findPrice(Plan plan) {
        return Optional.ofNullable(prices.get(plan.name()));
    }

    Optional<Plan> findPlan(String price) {
        return Optional.ofNullable(plans.get(price));
    }
}
