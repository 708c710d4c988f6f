package io.claribi.plans;

import java.io.IOException;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The price list, read from {@code plans.yaml} at start; a plan that leaves a limit open stops the start. */
@Component
public class Plans {
    private final Map<String, Plan> byName;

    Plans() throws IOException {
        byName = read();
        byName.values().stream().map(Plan::next).filter(Objects::nonNull).forEach(this::get);
    }

    /**
     * @throws IllegalArgumentException if there is no such plan
     */
    public Plan get(String name) {
        Plan plan = byName.get(name);
        if (plan == null) {
            throw new IllegalArgumentException("There is no plan %s; there are %s".formatted(name, byName.keySet()));
        }
        return plan;
    }

    public Optional<Plan> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** What one has who pays nothing. */
    public Plan free() {
        return findCheapest(plan -> true).orElseThrow();
    }

    /** In the order of the price list. */
    public List<Plan> list() {
        return List.copyOf(byName.values());
    }

    /** The cheapest plan that one can choose and that has what is asked for. */
    Optional<Plan> findCheapest(Predicate<Plan> wanted) {
        return byName.values().stream()
                .filter(Plan::isChoosable)
                .filter(wanted)
                .min(Comparator.comparingInt(Plan::priceUsd));
    }

    private static Map<String, Plan> read() throws IOException {
        var sources = new MutablePropertySources();
        new YamlPropertySourceLoader()
                .load("plans", new ClassPathResource("plans.yaml"))
                .forEach(sources::addLast);
        var entries = new Binder(ConfigurationPropertySources.from(sources))
                .bindOrCreate("", PriceList.class)
                .plans();
        return entries.stream()
                .map(Entry::plan)
                .collect(Collectors.toMap(Plan::name, plan -> plan, (a, b) -> a, LinkedHashMap::new));
    }

    record PriceList(List<Entry> plans) {}

    record Entry(
            String name,
            int priceUsd,
            int trialDays,
            @Nullable String next,
            @Nullable Set<String> features,
            Map<String, Long> limits) {
        Plan plan() {
            var typed = new EnumMap<Limit, Long>(Limit.class);
            limits.forEach((limit, bound) -> typed.put(Limit.valueOf(limit.toUpperCase(Locale.ROOT)), bound));
            Set<Feature> offered = features == null
                    ? Set.of()
                    : features.stream()
                            .map(feature -> Feature.valueOf(feature.toUpperCase(Locale.ROOT)))
                            .collect(Collectors.toSet());
            return new Plan(name, priceUsd, trialDays, next, offered, typed);
        }
    }
}
