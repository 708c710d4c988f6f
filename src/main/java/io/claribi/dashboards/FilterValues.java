package io.claribi.dashboards;

import io.claribi.kernel.AppException;
import io.claribi.kernel.FieldError;
import io.claribi.query.Filter;
import io.claribi.query.FilterOperator;
import io.claribi.query.Query;
import io.claribi.warehouse.Column;
import io.claribi.warehouse.ColumnType;
import io.claribi.warehouse.StoredTable;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a reader chose in a dashboard's filters. */
final class FilterValues {
    private static final int MAX_VALUES = 1_000;

    private final Map<DashboardFilter, Choice> choices;

    private FilterValues(Map<DashboardFilter, Choice> choices) {
        this.choices = choices;
    }

    /**
     * Reads {@code <filter>:<value>} parameters: a category's once for each value, empty for the missing one; a range
     * of dates {@code <from>..<to>}, either end open if empty.
     *
     * @throws AppException INVALID_FILTER with all that is wrong
     */
    static FilterValues parse(List<DashboardFilter> filters, List<String> parameters) {
        var parser = new Parser(filters);
        if (parameters.size() > MAX_VALUES) {
            parser.error("At most %,d values can be chosen.".formatted(MAX_VALUES));
        } else {
            parameters.forEach(parser::read);
        }
        return parser.finish();
    }

    /** The query over the rows that the choices leave. */
    Query apply(Query query, StoredTable table) {
        return apply(query, table, null);
    }

    /** The same over the days just before the range, as many; nothing if there is no range with both ends. */
    Optional<Query> applyBefore(Query query, StoredTable table) {
        return choices.entrySet().stream()
                .filter(entry -> column(entry.getKey(), table) != null)
                .filter(entry -> entry.getValue() instanceof Range range && range.isClosed())
                .findFirst()
                .map(entry -> apply(query, table, entry.getKey()));
    }

    private Query apply(Query query, StoredTable table, @Nullable DashboardFilter shifted) {
        var filters = new ArrayList<Filter>();
        choices.forEach((filter, choice) -> {
            Column column = column(filter, table);
            if (column != null) {
                choice.filter(column, filter.equals(shifted)).ifPresent(filters::add);
            }
        });
        return query.where(filters);
    }

    /** The column that the filter acts on, if the table has one that it can act on. */
    private static @Nullable Column column(DashboardFilter filter, StoredTable table) {
        return table.find(filter.field())
                .filter(column ->
                        filter.kind() == FilterKind.CATEGORY || column.type().isTemporal())
                .orElse(null);
    }

    /** What was chosen in one filter. */
    private sealed interface Choice {
        Optional<Filter> filter(Column column, boolean before);
    }

    /** From one day to another, both inclusive, or open at an end. */
    private record Range(@Nullable LocalDate from, @Nullable LocalDate to) implements Choice {
        boolean isClosed() {
            return from != null && to != null;
        }

        @Override
        public Optional<Filter> filter(Column column, boolean before) {
            String field = column.name();
            if (from != null && to != null) {
                Range range = before ? before(from, to) : this;
                return Optional.of(
                        Filter.of(field, FilterOperator.BETWEEN, String.valueOf(range.from), String.valueOf(range.to)));
            }
            if (from != null) {
                return Optional.of(Filter.of(field, FilterOperator.GREATER_THAN_OR_EQUALS, from.toString()));
            }
            return Optional.ofNullable(to)
                    .map(end -> Filter.of(field, FilterOperator.LESS_THAN_OR_EQUALS, end.toString()));
        }

        private static Range before(LocalDate from, LocalDate to) {
            long days = to.toEpochDay() - from.toEpochDay() + 1;
            return new Range(from.minusDays(days), from.minusDays(1));
        }
    }

    /** Any of these; empty is the missing value. */
    private record Values(List<String> values) implements Choice {
        @Override
        public Optional<Filter> filter(Column column, boolean before) {
            var all = new ArrayList<@Nullable String>();
            for (String value : values) {
                if (value.isEmpty()) {
                    all.add(null);
                }
                if (!value.isEmpty() || column.type() == ColumnType.TEXT) {
                    all.add(value);
                }
            }
            return Optional.of(new Filter(column.name(), FilterOperator.IN, all));
        }
    }

    private static final class Parser {
        private final List<DashboardFilter> filters;
        private final Map<DashboardFilter, Choice> choices = new LinkedHashMap<>();
        private final List<FieldError> errors = new ArrayList<>();

        Parser(List<DashboardFilter> filters) {
            this.filters = filters;
        }

        void read(String parameter) {
            int colon = parameter.indexOf(':');
            String id = colon < 0 ? parameter : parameter.substring(0, colon);
            Optional<DashboardFilter> filter = filters.stream()
                    .filter(known -> colon >= 0 && known.id().equals(id))
                    .findFirst();
            if (filter.isEmpty()) {
                error("The dashboard has no filter %s.".formatted(id));
                return;
            }
            String value = parameter.substring(colon + 1);
            switch (filter.get().kind()) {
                case DATE_RANGE -> range(filter.get(), value);
                case CATEGORY -> value(filter.get(), value);
            }
        }

        private void range(DashboardFilter filter, String value) {
            int dots = value.indexOf("..");
            if (dots < 0 || choices.containsKey(filter)) {
                error("%s takes one range such as 2024-01-01..2024-12-31.".formatted(filter.id()));
                return;
            }
            try {
                LocalDate from = day(value.substring(0, dots));
                LocalDate to = day(value.substring(dots + 2));
                if (from != null && to != null && to.isBefore(from)) {
                    error("%s ends before it begins.".formatted(filter.id()));
                }
                choices.put(filter, new Range(from, to));
            } catch (DateTimeParseException e) {
                error("%s takes days such as 2024-01-31.".formatted(filter.id()));
            }
        }

        /** Years of four digits: further ones have neither a form on the wire nor a period before them. */
        private static @Nullable LocalDate day(String text) {
            if (text.isEmpty()) {
                return null;
            }
            if (text.length() != "2024-01-31".length()) {
                throw new DateTimeParseException("Not a day", text, 0);
            }
            return LocalDate.parse(text);
        }

        private void value(DashboardFilter filter, String value) {
            var values = new ArrayList<String>();
            if (choices.get(filter) instanceof Values before) {
                values.addAll(before.values());
            }
            values.add(value);
            choices.put(filter, new Values(values));
        }

        void error(String message) {
            errors.add(new FieldError("filter", message));
        }

        FilterValues finish() {
            if (!errors.isEmpty()) {
                throw new AppException(
                        DashboardError.INVALID_FILTER, errors.getFirst().message(), errors);
            }
            return new FilterValues(choices);
        }
    }
}
