package io.claribi.query;

import static org.apache.calcite.sql.fun.SqlStdOperatorTable.ABS;
import static org.apache.calcite.sql.fun.SqlStdOperatorTable.AVG;
import static org.apache.calcite.sql.fun.SqlStdOperatorTable.CAST;
import static org.apache.calcite.sql.fun.SqlStdOperatorTable.COUNT;
import static org.apache.calcite.sql.fun.SqlStdOperatorTable.DIVIDE;
import static org.apache.calcite.sql.fun.SqlStdOperatorTable.FLOOR;
import static org.apache.calcite.sql.fun.SqlStdOperatorTable.MAX;
import static org.apache.calcite.sql.fun.SqlStdOperatorTable.MIN;
import static org.apache.calcite.sql.fun.SqlStdOperatorTable.MULTIPLY;
import static org.apache.calcite.sql.fun.SqlStdOperatorTable.PERCENTILE_CONT;
import static org.apache.calcite.sql.fun.SqlStdOperatorTable.ROUND;
import static org.apache.calcite.sql.fun.SqlStdOperatorTable.SUM;
import static org.apache.calcite.sql.fun.SqlStdOperatorTable.WITHIN_GROUP;

import io.claribi.query.QueryPlan.Aggregate;
import io.claribi.query.QueryPlan.Bucket;
import io.claribi.query.QueryPlan.Output;
import io.claribi.query.QueryPlan.Period;
import io.claribi.query.QueryPlan.Plain;
import java.util.List;
import java.util.Objects;
import org.apache.calcite.avatica.util.TimeUnitRange;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.SqlSelectKeyword;
import org.apache.calcite.sql.fun.SqlBasicAggFunction;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.OperandTypes;
import org.apache.calcite.sql.type.ReturnTypes;
import org.jspecify.annotations.Nullable;

/** Writes the expressions of a result's columns. */
final class SqlOutputs {
    /** Decimals kept of a number's place among buckets: 0.3 / 0.1 is 2.9999999999999996, and belongs to the third. */
    private static final int PLACE_DECIMALS = 9;

    private static final SqlOperator FSUM = compensated("FSUM");
    private static final SqlOperator FAVG = compensated("FAVG");

    private final SqlStyle style;

    SqlOutputs(SqlStyle style) {
        this.style = style;
    }

    private static SqlOperator compensated(String duckName) {
        return SqlBasicAggFunction.create(
                duckName, SqlKind.OTHER_FUNCTION, ReturnTypes.DOUBLE_NULLABLE, OperandTypes.NUMERIC);
    }

    SqlNode write(Output output) {
        return switch (output) {
            case Plain plain -> style.column(plain.column().name());
            case Period period -> period(period);
            case Bucket bucket -> bucket(bucket);
            case Aggregate aggregate -> aggregate(aggregate);
        };
    }

    /** What {@link CleanDecimals} needs beside a sum or an average: the same by Kahan's algorithm, and of the magnitudes. */
    List<SqlNode> besideSum(Aggregate sum) {
        SqlNode magnitude = call(ABS, column(sum));
        return sum.function() == AggregateFunction.AVERAGE
                ? List.of(call(FAVG, column(sum)), call(AVG, magnitude))
                : List.of(call(FSUM, column(sum)), call(SUM, magnitude));
    }

    private SqlNode period(Period period) {
        SqlNode unit = SqlLiteral.createSymbol(unit(period.grain()), SqlParserPos.ZERO);
        SqlNode start = call(FLOOR, style.column(period.column().name()), unit);
        return switch (period.grain()) {
            case MINUTE, HOUR -> start;
            case DAY, WEEK, MONTH, QUARTER, YEAR -> call(CAST, start, SqlTypes.DATE);
        };
    }

    private static TimeUnitRange unit(Grain grain) {
        return switch (grain) {
            case MINUTE -> TimeUnitRange.MINUTE;
            case HOUR -> TimeUnitRange.HOUR;
            case DAY -> TimeUnitRange.DAY;
            case WEEK -> TimeUnitRange.WEEK;
            case MONTH -> TimeUnitRange.MONTH;
            case QUARTER -> TimeUnitRange.QUARTER;
            case YEAR -> TimeUnitRange.YEAR;
        };
    }

    private SqlNode bucket(Bucket bucket) {
        SqlNode number = call(CAST, style.column(bucket.column().name()), SqlTypes.DOUBLE);
        SqlNode place = call(DIVIDE, number, number(bucket.width().toPlainString()));
        if (bucket.isWhole()) {
            return call(CAST, lowerBound(call(FLOOR, place), bucket), SqlTypes.BIGINT);
        }
        SqlNode rounded = call(ROUND, place, number(Integer.toString(PLACE_DECIMALS)));
        int decimals = Math.max(0, bucket.width().scale());
        return call(ROUND, lowerBound(call(FLOOR, rounded), bucket), number(Integer.toString(decimals)));
    }

    private static SqlNode lowerBound(SqlNode place, Bucket bucket) {
        return call(MULTIPLY, place, number(bucket.width().toPlainString()));
    }

    private SqlNode aggregate(Aggregate aggregate) {
        return switch (aggregate.function()) {
            case SUM -> call(SUM, column(aggregate));
            case AVERAGE -> call(AVG, column(aggregate));
            case COUNT ->
                aggregate.column() == null
                        ? call(COUNT, SqlIdentifier.star(SqlParserPos.ZERO))
                        : call(COUNT, column(aggregate));
            case MIN -> call(MIN, column(aggregate));
            case MAX -> call(MAX, column(aggregate));
            case MEDIAN -> median(column(aggregate));
            case DISTINCT_COUNT ->
                COUNT.createCall(
                        SqlSelectKeyword.DISTINCT.symbol(SqlParserPos.ZERO), SqlParserPos.ZERO, column(aggregate));
        };
    }

    private SqlNode median(SqlNode column) {
        SqlNode half = call(PERCENTILE_CONT, number("0.5"));
        return call(WITHIN_GROUP, half, SqlNodeList.of(column));
    }

    private SqlNode column(Aggregate aggregate) {
        return style.column(Objects.requireNonNull(aggregate.column()).name());
    }

    private static SqlNode number(String digits) {
        return SqlLiteral.createExactNumeric(digits, SqlParserPos.ZERO);
    }

    private static SqlNode call(SqlOperator operator, @Nullable SqlNode... operands) {
        return operator.createCall(SqlParserPos.ZERO, operands);
    }
}
