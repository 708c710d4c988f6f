package io.claribi.plans;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A row of the price list. Code asks for a feature or a limit, never for a plan's name.
 *
 * @param priceUsd whole US dollars a month
 * @param trialDays how long it lasts; 0 for ever
 * @param next the plan that follows one that does not last
 */
public record Plan(
        String name,
        int priceUsd,
        int trialDays,
        @Nullable String next,
        Set<Feature> features,
        Map<Limit, Long> limits) {
    public Plan {
        features = Set.copyOf(features);
        limits = Map.copyOf(limits);
        if ((trialDays > 0) != (next != null)) {
            throw new IllegalArgumentException("Plan %s ends without a next one, or never ends".formatted(name));
        }
        for (Limit limit : Limit.values()) {
            if (!limits.containsKey(limit)) {
                throw new IllegalArgumentException("Plan %s sets no limit for %s".formatted(name, limit.wireName()));
            }
        }
    }

    /** Whether it may be chosen; one that does not last comes with the founding of an organization. */
    public boolean isChoosable() {
        return trialDays == 0;
    }

    public boolean has(Feature feature) {
        return features.contains(feature);
    }

    public long limit(Limit limit) {
        return Objects.requireNonNull(limits.get(limit));
    }
}
