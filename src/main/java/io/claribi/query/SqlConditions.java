package io.claribi.query;

import static org.apache.calcite.sql.fun.SqlStdOperatorTable.AND;
import static org.apache.calcite.sql.fun.SqlStdOperatorTable.CAST;
import static org.apache.calcite.sql.fun.SqlStdOperatorTable.EQUALS;
import static org.apache.calcite.sql.fun.SqlStdOperatorTable.GREATER_THAN;
import static org.apache.calcite.sql.fun.SqlStdOperatorTable.GREATER_THAN_OR_EQUAL;
import static org.apache.calcite.sql.fun.SqlStdOperatorTable.IN;
import static org.apache.calcite.sql.fun.SqlStdOperatorTable.IS_NOT_NULL;
import static org.apache.calcite.sql.fun.SqlStdOperatorTable.IS_NULL;
import static org.apache.calcite.sql.fun.SqlStdOperatorTable.LESS_THAN;
import static org.apache.calcite.sql.fun.SqlStdOperatorTable.LESS_THAN_OR_EQUAL;
import static org.apache.calcite.sql.fun.SqlStdOperatorTable.LIKE;
import static org.apache.calcite.sql.fun.SqlStdOperatorTable.LOWER;
import static org.apache.calcite.sql.fun.SqlStdOperatorTable.NOT_EQUALS;
import static org.apache.calcite.sql.fun.SqlStdOperatorTable.NOT_IN;
import static org.apache.calcite.sql.fun.SqlStdOperatorTable.OR;

import io.claribi.query.QueryPlan.Condition;
import io.claribi.warehouse.ColumnType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.parser.SqlParserPos;

/** Writes conditions. */
final class SqlConditions {
    private static final String ESCAPE = "!";

    private final SqlStyle style;

    SqlConditions(SqlStyle style) {
        this.style = style;
    }

    SqlNode write(Condition condition) {
        return switch (condition.operator()) {
            case EQUALS, IN -> among(condition);
            case NOT_EQUALS, NOT_IN -> notAmong(condition);
            case GREATER_THAN -> after(condition, condition.values().getFirst());
            case GREATER_THAN_OR_EQUALS -> from(condition, condition.values().getFirst());
            case LESS_THAN ->
                call(
                        LESS_THAN,
                        column(condition),
                        style.value(condition.values().getFirst()));
            case LESS_THAN_OR_EQUALS -> upTo(condition, condition.values().getFirst());
            case BETWEEN ->
                call(
                        AND,
                        from(condition, condition.values().getFirst()),
                        upTo(condition, condition.values().getLast()));
            case CONTAINS -> like(condition, "%" + pattern(condition) + "%");
            case STARTS_WITH -> like(condition, pattern(condition) + "%");
            case IS_NULL -> call(IS_NULL, column(condition));
            case IS_NOT_NULL -> call(IS_NOT_NULL, column(condition));
        };
    }

    private SqlNode among(Condition condition) {
        List<SqlNode> alternatives = new ArrayList<>(membership(condition, EQUALS, IN));
        if (condition.missing()) {
            alternatives.add(call(IS_NULL, column(condition)));
        }
        return joined(OR, alternatives);
    }

    private SqlNode notAmong(Condition condition) {
        List<SqlNode> parts = membership(condition, NOT_EQUALS, NOT_IN);
        if (condition.missing()) {
            var all = new ArrayList<>(parts);
            all.add(call(IS_NOT_NULL, column(condition)));
            return joined(AND, all);
        }
        return call(OR, joined(AND, parts), call(IS_NULL, column(condition)));
    }

    /** Comparisons with the values: times with times, and the days of times with dates. */
    private List<SqlNode> membership(Condition condition, SqlOperator one, SqlOperator several) {
        List<SqlNode> parts = new ArrayList<>();
        var days = condition.values().stream()
                .filter(value -> isDayOfTimes(condition, value))
                .toList();
        var others = condition.values().stream()
                .filter(value -> !isDayOfTimes(condition, value))
                .toList();
        if (!others.isEmpty()) {
            parts.add(membership(column(condition), others, one, several));
        }
        if (!days.isEmpty()) {
            var day = call(CAST, column(condition), SqlTypes.DATE);
            parts.add(membership(day, days, one, several));
        }
        return parts;
    }

    private SqlNode membership(SqlNode left, List<Object> values, SqlOperator one, SqlOperator several) {
        if (values.size() == 1) {
            return call(one, left, style.value(values.getFirst()));
        }
        var list = new SqlNodeList(SqlParserPos.ZERO);
        values.forEach(value -> list.add(style.value(value)));
        return call(several, left, list);
    }

    private SqlNode after(Condition condition, Object value) {
        return isDayOfTimes(condition, value)
                ? call(GREATER_THAN_OR_EQUAL, column(condition), style.value(((LocalDate) value).plusDays(1)))
                : call(GREATER_THAN, column(condition), style.value(value));
    }

    private SqlNode from(Condition condition, Object value) {
        return call(GREATER_THAN_OR_EQUAL, column(condition), style.value(value));
    }

    private SqlNode upTo(Condition condition, Object value) {
        return isDayOfTimes(condition, value)
                ? call(LESS_THAN, column(condition), style.value(((LocalDate) value).plusDays(1)))
                : call(LESS_THAN_OR_EQUAL, column(condition), style.value(value));
    }

    private SqlNode like(Condition condition, String pattern) {
        return call(
                LIKE,
                call(LOWER, column(condition)),
                call(LOWER, style.value(pattern)),
                SqlLiteral.createCharString(ESCAPE, SqlParserPos.ZERO));
    }

    private static String pattern(Condition condition) {
        return condition.values().getFirst().toString().replaceAll("[!%_]", ESCAPE + "$0");
    }

    private SqlNode column(Condition condition) {
        return style.column(condition.column().name());
    }

    private static boolean isDayOfTimes(Condition condition, Object value) {
        return condition.column().type() == ColumnType.TIMESTAMP && value instanceof LocalDate;
    }

    private static SqlNode joined(SqlOperator operator, List<SqlNode> parts) {
        return parts.stream()
                .reduce((left, right) -> call(operator, left, right))
                .orElseThrow();
    }

    private static SqlNode call(SqlOperator operator, SqlNode... operands) {
        return operator.createCall(SqlParserPos.ZERO, operands);
    }
}
