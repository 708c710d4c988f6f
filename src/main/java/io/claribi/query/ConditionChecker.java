package io.claribi.query;

import io.claribi.kernel.FieldError;
import io.claribi.query.QueryPlan.Condition;
import io.claribi.warehouse.Column;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks filters against a table's columns. */
final class ConditionChecker {
    private final Map<String, Column> columns;
    private final List<FieldError> errors;

    ConditionChecker(Map<String, Column> columns, List<FieldError> errors) {
        this.columns = columns;
        this.errors = errors;
    }

    /** The conditions in canonical order; what is wrong is added to the errors. */
    List<Condition> check(List<Filter> filters) {
        if (filters.size() > QueryRules.MAX_FILTERS) {
            error("filters", "A query has at most %d filters.".formatted(QueryRules.MAX_FILTERS));
            return List.of();
        }
        List<Condition> conditions = new ArrayList<>();
        for (int i = 0; i < filters.size(); i++) {
            condition("filters[" + i + "]", filters.get(i)).ifPresent(conditions::add);
        }
        conditions.sort(
                Comparator.comparing((Condition condition) -> condition.column().name())
                        .thenComparing(Condition::operator)
                        .thenComparing(condition -> condition.values().toString()));
        return conditions.stream().distinct().toList();
    }

    private Optional<Condition> condition(String path, Filter filter) {
        int before = errors.size();
        FilterOperator operator = filter.operator();
        Column column = filter.field() == null ? null : columns.get(filter.field());
        if (filter.field() == null) {
            error(path + ".field", "A filter needs a field.");
        } else if (column == null) {
            error(path + ".field", "The table has no column %s.".formatted(filter.field()));
        }
        if (operator == null) {
            error(path + ".operator", "A filter needs an operator.");
        } else if (!operator.takes(filter.values().size())) {
            error(path + ".values", "%s takes %s.".formatted(operator.wireName(), operator.arity()));
        }
        if (column == null || operator == null) {
            return Optional.empty();
        }
        if (!operator.takes(column.type())) {
            error(
                    path + ".operator",
                    "%s is of type %s, which has no %s."
                            .formatted(column.name(), column.type().wireName(), operator.wireName()));
        }
        boolean missing = filter.values().stream().anyMatch(value -> value == null);
        if (missing && !operator.takesMissing()) {
            error(path + ".values", "%s takes no missing value.".formatted(operator.wireName()));
        }
        List<Object> values = values(path, filter, column);
        return errors.size() > before
                ? Optional.empty()
                : Optional.of(new Condition(column, operator, values, missing));
    }

    private List<Object> values(String path, Filter filter, Column column) {
        List<Object> values = new ArrayList<>();
        List<@Nullable String> texts = filter.values();
        for (int i = 0; i < texts.size() && i < QueryRules.MAX_FILTER_VALUES; i++) {
            String text = texts.get(i);
            if (text == null) {
                continue;
            }
            Optional<Object> value = FilterValueParser.parse(text, column.type());
            value.ifPresent(values::add);
            if (value.isEmpty()) {
                error(
                        path + ".values[" + i + "]",
                        "%s is compared with %s.".formatted(column.name(), FilterValueParser.form(column.type())));
            }
        }
        if (filter.operator() == FilterOperator.IN || filter.operator() == FilterOperator.NOT_IN) {
            return values.stream()
                    .distinct()
                    .sorted(Comparator.comparing(Object::toString))
                    .toList();
        }
        return values;
    }

    private void error(String path, String message) {
        errors.add(new FieldError(path, message));
    }
}
