package io.claribi.bench.harness;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;

/**
 * Rounds in each of which every contender has one turn, so that what else the machine does harms all alike. Who begins
 * changes from round to round.
 */
public final class Rounds<T> {
    private final Map<String, List<T>> results = new LinkedHashMap<>();

    private Rounds() {}

    /** @param contenders by name; the baseline first */
    public static <T> Rounds<T> run(int rounds, Map<String, Callable<T>> contenders) throws Exception {
        var run = new Rounds<T>();
        contenders.keySet().forEach(name -> run.results.put(name, new ArrayList<>()));
        var order = new ArrayList<>(contenders.keySet());
        for (int round = 0; round < rounds; round++) {
            for (String name : order) {
                run.of(name).add(contenders.get(name).call());
            }
            Collections.rotate(order, 1);
        }
        return run;
    }

    public List<T> of(String contender) {
        return results.get(contender);
    }

    public Samples figures(String contender, ToDoubleFunction<T> figure) {
        return Samples.of(of(contender).stream().mapToDouble(figure).toArray());
    }

    /** One contender's figure over the other's, round by round. */
    public Samples ratios(String contender, String baseline, ToDoubleFunction<T> figure) {
        var ratios = new ArrayList<Double>();
        for (int round = 0; round < of(contender).size(); round++) {
            ratios.add(figure.applyAsDouble(of(contender).get(round))
                    / figure.applyAsDouble(of(baseline).get(round)));
        }
        return Samples.of(ratios);
    }
}
