package io.claribi.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.claribi.query.QueryChecker.RowLimit;
import io.claribi.warehouse.Column;
import io.claribi.warehouse.ColumnType;
import io.claribi.warehouse.StoredTable;
import io.claribi.warehouse.TableVersionId;
import io.claribi.warehouse.Warehouse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The names of columns are what somebody wrote into a file: any text at all. */
class QueryNamesPropertyTest {

    @Property(tries = 300)
    void anyNameIsANameAndAnyValueAValue(
            @ForAll("names") String name, @ForAll("names") String alias, @ForAll("names") String value)
            throws SQLException {
        var table = new StoredTable(
                TableVersionId.next(),
                name,
                2,
                List.of(new Column(name, ColumnType.TEXT), new Column(name + "\u0001", ColumnType.INTEGER)),
                100);
        var query = Query.of(new UUID(1, 1), name)
                .measuring(Measure.of(AggregateFunction.SUM, name + "\u0001").as(alias + "\u0002"))
                .by(new Dimension(name, null, null, alias + "\u0003"))
                .where(Filter.of(name, FilterOperator.IN, value, "other"))
                .where(Filter.of(name, FilterOperator.CONTAINS, value))
                .orderedBy(OrderBy.descending(alias + "\u0003"));
        var compiled = new QueryCompiler(DuckDbDialect.INSTANCE)
                .compile(table, QueryChecker.plan(table, query, RowLimit.OF_RESULTS));

        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:")) {
            create(connection, table, value);

            assertThat(run(connection, compiled.sql(), compiled.values()))
                    .containsExactly(alias + "\u0003", value, "7");
            // What is shown is never run by us; that it says the same shows that it can't break out either.
            connection
                    .createStatement()
                    .execute("ALTER TABLE %s RENAME TO %s".formatted(Warehouse.relation(table), quoted(name)));
            assertThat(run(connection, compiled.shownSql(), List.of())).containsExactly(alias + "\u0003", value, "7");
        }
    }

    @Provide
    Arbitrary<String> names() {
        var tricky = Arbitraries.of(
                "\"",
                "\"\"",
                "'",
                "\\",
                "\";DROP TABLE t;--",
                "*",
                "?",
                "t",
                "USER",
                "CURRENT_DATE",
                "select",
                " ",
                "a b",
                ".",
                "t.x",
                "{fn x()}",
                ":x",
                "$1",
                "%",
                "!",
                "/*",
                "--",
                "\n",
                "\t",
                "ä",
                "雨",
                "\uD83D\uDE00",
                "x".repeat(120),
                "=1+1",
                "U&'\\0041'",
                "E'\\n'",
                "date",
                "Count",
                "1",
                "null",
                "true");
        var anything = Arbitraries.strings()
                .all()
                .excludeChars('\u0000')
                .ofMinLength(1)
                .ofMaxLength(30)
                .filter(QueryNamesPropertyTest::isText);
        return Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(2, tricky),
                net.jqwik.api.Tuple.of(1, anything),
                net.jqwik.api.Tuple.of(
                        2, tricky.list().ofMinSize(2).ofMaxSize(4).map(parts -> String.join("", parts))));
    }

    /** No half of a surrogate pair: such a string has no UTF-8, so no file can hold it. */
    private static boolean isText(String text) {
        return java.nio.charset.StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    private static void create(Connection connection, StoredTable table, String value) throws SQLException {
        var columns = table.columns();
        connection
                .createStatement()
                .execute("CREATE TABLE %s (%s VARCHAR, %s BIGINT)"
                        .formatted(
                                Warehouse.relation(table),
                                quoted(columns.getFirst().name()),
                                quoted(columns.getLast().name())));
        try (var insert = connection.prepareStatement(
                "INSERT INTO %s VALUES (?, 3), (?, 4), ('another', 9)".formatted(Warehouse.relation(table)))) {
            insert.setString(1, value);
            insert.setString(2, value);
            insert.execute();
        }
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** The name of the first column and the values of the only row. */
    private static List<String> run(Connection connection, String sql, List<Object> values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.size(); i++) {
                statement.setObject(i + 1, values.get(i));
            }
            try (var rows = statement.executeQuery()) {
                var result = new ArrayList<String>();
                result.add(rows.getMetaData().getColumnName(1));
                while (rows.next()) {
                    result.add(rows.getString(1));
                    result.add(rows.getString(2));
                }
                return result;
            }
        }
    }
}
