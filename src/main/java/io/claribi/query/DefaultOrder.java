package io.claribi.query;

import io.claribi.query.QueryPlan.Aggregate;
import io.claribi.query.QueryPlan.Bucket;
import io.claribi.query.QueryPlan.Output;
import io.claribi.query.QueryPlan.Period;
import io.claribi.query.QueryPlan.Plain;
import io.claribi.query.QueryPlan.Sort;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The order of a result where the query leaves it open: along the axis (time, buckets) if there is one, else by the
 * first measure, greatest first; groups that are equal by that stand in the order of their dimensions, so that equal
 * queries have equal answers. Rows that are not grouped keep the order of the file.
 */
final class DefaultOrder {
    private DefaultOrder() {}

    static List<Sort> completed(List<Sort> asked, List<Output> outputs, boolean grouped) {
        if (!grouped) {
            return asked;
        }
        List<Sort> order = new ArrayList<>(asked);
        if (asked.isEmpty()) {
            IntStream.range(0, outputs.size())
                    .filter(i -> isAxis(outputs.get(i)))
                    .forEach(i -> add(order, i, SortDirection.ASC));
            if (order.isEmpty()) {
                IntStream.range(0, outputs.size())
                        .filter(i -> outputs.get(i) instanceof Aggregate)
                        .limit(1)
                        .forEach(i -> add(order, i, SortDirection.DESC));
            }
        }
        IntStream.range(0, outputs.size())
                .filter(i -> !(outputs.get(i) instanceof Aggregate))
                .forEach(i -> add(order, i, SortDirection.ASC));
        return order;
    }

    private static boolean isAxis(Output output) {
        return switch (output) {
            case Period period -> true;
            case Bucket bucket -> true;
            case Plain plain -> plain.type().isTemporal();
            case Aggregate aggregate -> false;
        };
    }

    private static void add(List<Sort> order, int output, SortDirection direction) {
        if (order.stream().noneMatch(sort -> sort.output() == output)) {
            order.add(new Sort(output, direction));
        }
    }
}
