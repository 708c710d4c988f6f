package io.claribi.query;

import io.claribi.query.QueryPlan.Aggregate;
import io.claribi.query.QueryPlan.Output;
import io.claribi.query.QueryPlan.Plain;
import io.claribi.query.QueryPlan.Sort;
import io.claribi.warehouse.Column;
import io.claribi.warehouse.StoredTable;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.calcite.sql.SqlDialect;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.SqlWriterConfig;
import org.apache.calcite.sql.SqlWriterConfig.LineFolding;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.pretty.SqlPrettyWriter;
import org.jspecify.annotations.Nullable;

/**
 * Writes a plan as SQL. The statement is a tree that Calcite renders for the engine's dialect: names are quoted by the
 * dialect, values are bound, nothing is put together from text.
 */
final class QueryCompiler {
    private final SqlDialect dialect;
    private final SqlWriterConfig oneLine;
    private final SqlWriterConfig pretty;

    QueryCompiler(SqlDialect dialect) {
        this.dialect = dialect;
        this.oneLine = SqlPrettyWriter.config()
                .withDialect(dialect)
                .withQuoteAllIdentifiers(true)
                .withClauseStartsLine(false);
        this.pretty = oneLine.withClauseStartsLine(true)
                .withIndentation(2)
                .withSelectFolding(LineFolding.TALL)
                .withWhereFolding(LineFolding.TALL)
                .withGroupByFolding(LineFolding.TALL);
    }

    /** The statement with one row more than the limit, by which a reader sees that there was more. */
    CompiledQuery compile(StoredTable table, QueryPlan plan) {
        Integer limit = plan.limit();
        return compile(table, plan, limit == null ? null : limit + 1);
    }

    /** The statement as it is asked. */
    CompiledQuery compileExactly(StoredTable table, QueryPlan plan) {
        return compile(table, plan, plan.limit());
    }

    private CompiledQuery compile(StoredTable table, QueryPlan plan, @Nullable Integer limit) {
        var bound = new SqlStyle.Bound(table);
        SqlSelect statement = select(plan, bound, limit);
        addBesideSums(plan, bound, statement);
        SqlSelect shown = select(plan, new SqlStyle.Shown(table), plan.limit());
        return new CompiledQuery(write(statement, oneLine), bound.values(), plan.columns(), write(shown, pretty));
    }

    /** At the end, by names that no other column has. */
    private static void addBesideSums(QueryPlan plan, SqlStyle style, SqlSelect statement) {
        var expressions = new SqlOutputs(style);
        Set<String> taken = plan.outputs().stream().map(Output::name).collect(Collectors.toSet());
        for (Aggregate sum : plan.sumsOfDecimals()) {
            for (SqlNode beside : expressions.besideSum(sum)) {
                String name = Stream.iterate("beside", tried -> tried + "_")
                        .filter(taken::add)
                        .findFirst()
                        .orElseThrow();
                statement
                        .getSelectList()
                        .add(SqlStdOperatorTable.AS.createCall(SqlParserPos.ZERO, beside, SqlNames.of(name)));
            }
        }
    }

    /** A statement for the number of rows that the plan has. */
    CompiledQuery compileCount(StoredTable table, QueryPlan plan) {
        var bound = new SqlStyle.Bound(table);
        Integer limit = plan.limit();
        var unordered = new QueryPlan(plan.outputs(), plan.grouped(), plan.conditions(), List.of(), limit);
        SqlNode counted = SqlStdOperatorTable.AS.createCall(
                SqlParserPos.ZERO, select(unordered, bound, limit), SqlNames.of("counted"));
        var count = new Aggregate("count", AggregateFunction.COUNT, null);
        SqlNode rows = new SqlOutputs(bound).write(count);
        var statement = new SqlSelect(
                SqlParserPos.ZERO,
                null,
                SqlNodeList.of(rows),
                counted,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        String sql = write(statement, oneLine);
        return new CompiledQuery(sql, bound.values(), List.of(new Column(count.name(), count.type())), sql);
    }

    private static SqlSelect select(QueryPlan plan, SqlStyle style, @Nullable Integer limit) {
        var expressions = new SqlOutputs(style);
        var outputs = new SqlNodeList(SqlParserPos.ZERO);
        for (Output output : plan.outputs()) {
            outputs.add(named(output, expressions.write(output)));
        }
        return new SqlSelect(
                SqlParserPos.ZERO,
                null,
                outputs,
                style.relation(),
                where(plan, style),
                groups(plan, expressions),
                null,
                null,
                null,
                order(plan.order()),
                null,
                limit == null ? null : SqlLiteral.createExactNumeric(limit.toString(), SqlParserPos.ZERO),
                null);
    }

    private static SqlNode named(Output output, SqlNode expression) {
        boolean named = output instanceof Plain plain && plain.column().name().equals(plain.name());
        return named
                ? expression
                : SqlStdOperatorTable.AS.createCall(SqlParserPos.ZERO, expression, SqlNames.of(output.name()));
    }

    private static @Nullable SqlNode where(QueryPlan plan, SqlStyle style) {
        var conditions = new SqlConditions(style);
        return plan.conditions().stream()
                .map(conditions::write)
                .reduce((left, right) -> SqlStdOperatorTable.AND.createCall(SqlParserPos.ZERO, left, right))
                .orElse(null);
    }

    private static @Nullable SqlNodeList groups(QueryPlan plan, SqlOutputs expressions) {
        var keys = new SqlNodeList(SqlParserPos.ZERO);
        if (plan.grouped()) {
            plan.outputs().stream()
                    .filter(output -> !(output instanceof Aggregate))
                    .forEach(output -> keys.add(expressions.write(output)));
        }
        return keys.isEmpty() ? null : keys;
    }

    private static @Nullable SqlNodeList order(List<Sort> order) {
        var items = new SqlNodeList(SqlParserPos.ZERO);
        for (Sort sort : order) {
            SqlNode item = SqlLiteral.createExactNumeric(Integer.toString(sort.output() + 1), SqlParserPos.ZERO);
            if (sort.direction() == SortDirection.DESC) {
                item = SqlStdOperatorTable.DESC.createCall(SqlParserPos.ZERO, item);
            }
            items.add(SqlStdOperatorTable.NULLS_LAST.createCall(SqlParserPos.ZERO, item));
        }
        return items.isEmpty() ? null : items;
    }

    private String write(SqlNode statement, SqlWriterConfig config) {
        return Objects.requireNonNull(new SqlPrettyWriter(config.withDialect(dialect)).format(statement));
    }
}
