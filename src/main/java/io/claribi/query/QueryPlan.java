package io.claribi.query;

import io.claribi.warehouse.Column;
import io.claribi.warehouse.ColumnType;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A query that has been checked against its table: every name found, every value of its column's type, conditions in
 * one canonical order. Queries that ask the same have equal plans.
 *
 * @param limit rows at most; absent for all of them
 */
record QueryPlan(
        List<Output> outputs,
        boolean grouped,
        List<Condition> conditions,
        List<Sort> order,
        @Nullable Integer limit) {
    QueryPlan {
        outputs = List.copyOf(outputs);
        conditions = List.copyOf(conditions);
        order = List.copyOf(order);
    }

    List<Column> columns() {
        return outputs.stream()
                .map(output -> new Column(output.name(), output.type()))
                .toList();
    }

    /** The sums and averages, which come with more than themselves. */
    List<Aggregate> sumsOfDecimals() {
        return outputs.stream()
                .filter(output -> output instanceof Aggregate aggregate && aggregate.isSumOfDecimals())
                .map(Aggregate.class::cast)
                .toList();
    }

    /** A column of the result. */
    sealed interface Output {
        String name();

        ColumnType type();
    }

    /** A column as it is. */
    record Plain(String name, Column column) implements Output {
        @Override
        public ColumnType type() {
            return column.type();
        }
    }

    /** Dates or times by period. */
    record Period(String name, Column column, Grain grain) implements Output {
        @Override
        public ColumnType type() {
            return grain.type();
        }
    }

    /** Numbers by bucket. */
    record Bucket(String name, Column column, BigDecimal width) implements Output {
        @Override
        public ColumnType type() {
            return isWhole() ? ColumnType.INTEGER : ColumnType.DECIMAL;
        }

        boolean isWhole() {
            return column.type() == ColumnType.INTEGER && width.scale() <= 0;
        }
    }

    /** A measure; of rows, when there is no column. */
    record Aggregate(
            String name,
            AggregateFunction function,
            @Nullable Column column) implements Output {
        @Override
        public ColumnType type() {
            return column == null ? ColumnType.INTEGER : function.of(column.type());
        }

        /** Whether what it computes may have digits after the point that no value has. */
        boolean isOfDecimals() {
            return column != null
                    && column.type() == ColumnType.DECIMAL
                    && (function == AggregateFunction.SUM
                            || function == AggregateFunction.AVERAGE
                            || function == AggregateFunction.MEDIAN);
        }

        /** Whether it adds them up. */
        boolean isSumOfDecimals() {
            return function != AggregateFunction.MEDIAN && isOfDecimals();
        }
    }

    /**
     * What rows must fulfil.
     *
     * @param values of the column's type, except that a column of times may be compared with dates
     * @param missing whether the missing value is among the values
     */
    record Condition(Column column, FilterOperator operator, List<Object> values, boolean missing) {
        Condition {
            values = List.copyOf(values);
        }
    }

    /** Order by the output of that index, from 0. */
    record Sort(int output, SortDirection direction) {}
}
