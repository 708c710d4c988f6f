package io.claribi.plans;

import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A row of the price list. Code asks for a feature or a limit, never for a plan's name.
 *
 * @param priceUsd whole US dollars a month
 * @param trialDays how long it lasts; 0 for ever
 */
public record Plan(String name, int priceUsd, int trialDays, Set<Feature> features, Map<Limit, Long> limits) {
    public Plan {
        features = Set.copyOf(features);
        limits = Map.copyOf(limits);
        for (Limit limit : Limit.values()) {
            if (!limits.containsKey(limit)) {
                throw new IllegalArgumentException("Plan %s sets no limit for %s".formatted(name, limit.wireName()));
            }
        }
    }

    public boolean has(Feature feature) {
        return features.contains(feature);
    }

    public long limit(Limit limit) {
        return Objects.requireNonNull(limits.get(limit));
    }
}
