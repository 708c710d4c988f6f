package io.claribi.query;

import io.claribi.kernel.AppException;
import io.claribi.kernel.FieldError;
import io.claribi.query.QueryPlan.Aggregate;
import io.claribi.query.QueryPlan.Bucket;
import io.claribi.query.QueryPlan.Output;
import io.claribi.query.QueryPlan.Period;
import io.claribi.query.QueryPlan.Plain;
import io.claribi.query.QueryPlan.Sort;
import io.claribi.warehouse.Column;
import io.claribi.warehouse.StoredTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Checks one query against its table and tells everything that is wrong with it at once. What comes from JSON can lack
 * any part, whatever its type says.
 */
final class QueryChecker {
    private final StoredTable table;
    private final Query query;
    private final Map<String, Column> columns = new HashMap<>();
    private final List<FieldError> errors = new ArrayList<>();

    private QueryChecker(StoredTable table, Query query) {
        this.table = table;
        this.query = query;
        table.columns().forEach(column -> columns.put(column.name(), column));
    }

    /**
     * The plan of a query.
     *
     * @throws AppException INVALID_QUERY with all that is wrong
     */
    static QueryPlan plan(StoredTable table, Query query, RowLimit limit) {
        var checker = new QueryChecker(table, query);
        QueryPlan plan = checker.check(limit);
        if (!checker.errors.isEmpty()) {
            throw new AppException(
                    QueryError.INVALID_QUERY,
                    "The query does not fit the table %s: %s"
                            .formatted(table.name(), checker.errors.getFirst().message()),
                    checker.errors);
        }
        return plan;
    }

    /** All that is wrong with a query; empty for a good one. */
    static List<FieldError> problems(StoredTable table, Query query) {
        var checker = new QueryChecker(table, query);
        checker.check(RowLimit.OF_RESULTS);
        return checker.errors;
    }

    private QueryPlan check(RowLimit limit) {
        int asked = query.measures().size() + query.dimensions().size();
        if (asked > QueryRules.MAX_OUTPUTS) {
            error("measures", "A query has at most %d measures and dimensions.".formatted(QueryRules.MAX_OUTPUTS));
        }
        boolean grouped = !query.measures().isEmpty();
        List<Output> outputs = new ArrayList<>();
        for (int i = 0; i < query.dimensions().size(); i++) {
            dimension("dimensions[" + i + "]", query.dimensions().get(i)).ifPresent(outputs::add);
        }
        for (int i = 0; i < query.measures().size(); i++) {
            measure("measures[" + i + "]", query.measures().get(i)).ifPresent(outputs::add);
        }
        if (asked == 0) {
            table.columns().forEach(column -> outputs.add(new Plain(column.name(), column)));
        }
        checkNames();
        var conditions = new ConditionChecker(columns, errors).check(query.filters());
        return new QueryPlan(outputs, grouped, conditions, order(outputs, grouped), limit(limit));
    }

    private Optional<Output> dimension(String path, Dimension dimension) {
        Column column = column(path + ".field", dimension.field());
        if (column == null) {
            return Optional.empty();
        }
        Grain grain = dimension.grain();
        if (grain != null && dimension.binWidth() != null) {
            error(path + ".binWidth", "A dimension has a grain or a bin width, not both.");
        } else if (grain != null && !grain.takes(column.type())) {
            String needed = column.type().isTemporal() ? "has no time of day" : "is not a date or time";
            error(
                    path + ".grain",
                    "%s %s, so it can't be grouped by %s.".formatted(column.name(), needed, grain.wireName()));
        } else if (grain != null) {
            return Optional.of(new Period(dimension.name(), column, grain));
        } else if (dimension.binWidth() != null) {
            return bucket(path + ".binWidth", dimension, column);
        } else {
            return Optional.of(new Plain(dimension.name(), column));
        }
        return Optional.empty();
    }

    private Optional<Output> bucket(String path, Dimension dimension, Column column) {
        var width = Objects.requireNonNull(dimension.binWidth());
        if (!column.type().isNumeric()) {
            error(path, "%s is not a number, so it has no bins.".formatted(column.name()));
        } else if (width.signum() <= 0) {
            error(path, "A bin width is greater than 0.");
        } else if (!Dimension.isBinWidth(width)) {
            error(path, "A bin width has at most 15 digits.");
        } else {
            return Optional.of(new Bucket(dimension.name(), column, width.stripTrailingZeros()));
        }
        return Optional.empty();
    }

    private Optional<Output> measure(String path, Measure measure) {
        AggregateFunction function = measure.function();
        if (function == null) {
            error(path + ".function", "A measure needs a function.");
            return Optional.empty();
        }
        if (measure.field() == null && function == AggregateFunction.COUNT) {
            return Optional.of(new Aggregate(measure.name(), function, null));
        }
        Column column = column(path + ".field", measure.field());
        if (column == null) {
            return Optional.empty();
        }
        if (!function.takes(column.type())) {
            error(
                    path + ".function",
                    "%s is of type %s, which has no %s."
                            .formatted(column.name(), column.type().wireName(), function.wireName()));
            return Optional.empty();
        }
        return Optional.of(new Aggregate(measure.name(), function, column));
    }

    private @Nullable Column column(String path, @Nullable String name) {
        if (name == null) {
            error(path, "A field is needed.");
            return null;
        }
        Column column = columns.get(name);
        if (column == null) {
            error(path, "The table %s has no column %s.".formatted(table.name(), name));
        }
        return column;
    }

    private void checkNames() {
        var names = new HashSet<String>();
        for (int i = 0; i < query.dimensions().size(); i++) {
            var dimension = query.dimensions().get(i);
            if (dimension.field() != null) {
                checkName("dimensions[" + i + "].as", dimension.name(), dimension.as() != null, names);
            }
        }
        for (int i = 0; i < query.measures().size(); i++) {
            var measure = query.measures().get(i);
            if (measure.function() != null) {
                checkName("measures[" + i + "].as", measure.name(), measure.as() != null, names);
            }
        }
    }

    private void checkName(String path, String name, boolean chosen, HashSet<String> names) {
        if (chosen && (name.isBlank() || name.length() > QueryRules.MAX_NAME_LENGTH)) {
            error(path, "A name has 1 to %d characters.".formatted(QueryRules.MAX_NAME_LENGTH));
        } else if (!names.add(name)) {
            error(path, "Another result column is already named %s.".formatted(name));
        }
    }

    private List<Sort> order(List<Output> outputs, boolean grouped) {
        var names = outputs.stream().map(Output::name).toList();
        List<Sort> order = new ArrayList<>();
        for (int i = 0; i < query.orderBy().size(); i++) {
            OrderBy by = query.orderBy().get(i);
            int output = by.by() == null ? -1 : names.indexOf(by.by());
            if (output >= 0) {
                order.add(new Sort(output, Objects.requireNonNullElse(by.direction(), SortDirection.ASC)));
            } else if (errors.isEmpty() || !isNamed(by.by())) {
                error("orderBy[" + i + "].by", "The result has no column %s.".formatted(by.by()));
            }
        }
        return DefaultOrder.completed(order, outputs, grouped);
    }

    /** Whether the query means to have such a column, so that it lacks it only for another error. */
    private boolean isNamed(@Nullable String name) {
        return query.measures().stream()
                        .anyMatch(measure ->
                                measure.function() != null && measure.name().equals(name))
                || query.dimensions().stream()
                        .anyMatch(dimension ->
                                dimension.field() != null && dimension.name().equals(name));
    }

    private @Nullable Integer limit(RowLimit limit) {
        Integer asked = query.limit();
        if (asked == null) {
            return limit.byDefault();
        }
        if (asked < 1 || asked > limit.most()) {
            error("limit", "The limit is between 1 and %,d.".formatted(limit.most()));
        }
        return asked;
    }

    private void error(String path, String message) {
        errors.add(new FieldError(path, message));
    }

    /**
     * How many rows may be asked for.
     *
     * @param byDefault when nothing is asked for; absent for all
     */
    record RowLimit(@Nullable Integer byDefault, int most) {
        static final RowLimit OF_RESULTS = new RowLimit(Query.DEFAULT_LIMIT, Query.MAX_LIMIT);
    }
}
