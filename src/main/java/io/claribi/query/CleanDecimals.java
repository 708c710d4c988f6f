package io.claribi.query;

import io.claribi.query.QueryPlan.Aggregate;
import io.claribi.query.QueryPlan.Output;
import io.claribi.warehouse.Column;
import io.claribi.warehouse.RowReader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Passes rows on without the dust of binary arithmetic, so that 0.1 + 0.2 is 0.3. A double holds 15 decimal digits, and
 * what is computed of doubles is rounded to as many. A sum or an average comes with its compensated one, which takes its
 * place, and with that of the magnitudes, because what cancels out leaves digits that mean nothing. Values as they stand in the table,
 * and sums that the engine makes of true decimals, pass as they are.
 */
final class CleanDecimals<R> implements RowReader<R> {
    private static final int DIGITS = 15;

    private final List<Output> outputs;
    private final RowReader<R> reader;

    private CleanDecimals(List<Output> outputs, RowReader<R> reader) {
        this.outputs = outputs;
        this.reader = reader;
    }

    /** A reader of what {@link QueryCompiler} makes of the plan. */
    static <R> RowReader<R> of(QueryPlan plan, RowReader<R> reader) {
        boolean computed = plan.outputs().stream().anyMatch(CleanDecimals::isComputed);
        return computed ? new CleanDecimals<>(plan.outputs(), reader) : reader;
    }

    private static boolean isComputed(Output output) {
        return output instanceof Aggregate aggregate && aggregate.isOfDecimals();
    }

    @Override
    public void columns(List<Column> columns) {
        reader.columns(columns.subList(0, outputs.size()));
    }

    @Override
    public boolean row(@Nullable Object[] values) {
        @Nullable Object[] clean = Arrays.copyOf(values, outputs.size());
        int beside = outputs.size();
        for (int i = 0; i < clean.length; i++) {
            Output output = outputs.get(i);
            if (!isComputed(output)) {
                continue;
            }
            if (output instanceof Aggregate aggregate && aggregate.isSumOfDecimals()) {
                clean[i] = sum(values[i], values[beside], values[beside + 1]);
                beside += 2;
            } else {
                clean[i] = rounded(values[i], values[i]);
            }
        }
        return reader.row(clean);
    }

    private static @Nullable Object sum(
            @Nullable Object plain, @Nullable Object compensated, @Nullable Object magnitudes) {
        // Compensating what has become infinite gives what is no number.
        return plain instanceof Double sum && Double.isFinite(sum) ? rounded(compensated, magnitudes) : plain;
    }

    /** To the last of the digits that a value of such a magnitude has. */
    private static @Nullable Object rounded(@Nullable Object value, @Nullable Object magnitude) {
        if (!(value instanceof Double number
                && magnitude instanceof Double size
                && Double.isFinite(number)
                && Double.isFinite(size))) {
            return value;
        }
        var whole = BigDecimal.valueOf(size);
        int leading = whole.precision() - whole.scale();
        return BigDecimal.valueOf(number)
                .setScale(DIGITS - leading, RoundingMode.HALF_EVEN)
                .doubleValue();
    }

    @Override
    public long mostRows() {
        return reader.mostRows();
    }

    @Override
    public long mostBytes() {
        return reader.mostBytes();
    }

    @Override
    public R finish() {
        return reader.finish();
    }
}
