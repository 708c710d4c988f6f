package io.claribi.dashboards.design;

import io.claribi.query.Dimension;
import io.claribi.warehouse.ColumnStatistics;
import io.claribi.warehouse.ColumnStatistics.Bucket;
import io.claribi.warehouse.ColumnType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a column's numbers are spread out for a histogram.
 *
 * @param upTo where the histogram ends, if a few far values would squeeze all the others into one bar
 */
record Distribution(BigDecimal binWidth, @Nullable BigDecimal upTo) {
    private static final double NEARLY_ALL = 0.98;

    static Optional<Distribution> of(ColumnStatistics column) {
        Double least = ColumnReader.number(column.min());
        Double greatest = ColumnReader.number(column.max());
        if (least == null || greatest == null || !Double.isFinite(greatest - least) || least >= greatest) {
            return Optional.empty();
        }
        boolean whole = column.type() == ColumnType.INTEGER;
        double end = end(column, greatest);
        return (end - least > 0.5 * (greatest - least)
                        ? new Distribution(BinWidth.of(least, greatest, whole), null)
                        : upTo(end, BinWidth.of(least, end, whole)))
                .ifReadable();
    }

    private static Distribution upTo(double end, BigDecimal width) {
        var bars = new BigDecimal(end).divide(width, 0, RoundingMode.CEILING);
        return new Distribution(width, bars.multiply(width));
    }

    /** Nobody reads a chart of numbers beyond counting. */
    private Optional<Distribution> ifReadable() {
        return Optional.of(this).filter(spread -> Dimension.isBinWidth(spread.binWidth.stripTrailingZeros()));
    }

    /** The end of the first buckets that together hold nearly all values. */
    private static double end(ColumnStatistics column, double greatest) {
        long seen = 0;
        for (Bucket bucket : column.histogram()) {
            seen += bucket.count();
            if (seen >= NEARLY_ALL * column.count()) {
                return bucket.to();
            }
        }
        return greatest;
    }
}
