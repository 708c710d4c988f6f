package io.claribi.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.claribi.kernel.AppException;
import io.claribi.kernel.FieldError;
import io.claribi.query.QueryChecker.RowLimit;
import io.claribi.warehouse.Column;
import io.claribi.warehouse.ColumnType;
import io.claribi.warehouse.StoredTable;
import io.claribi.warehouse.TableVersionId;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class QueryCheckerTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final StoredTable ORDERS = new StoredTable(
            TableVersionId.next(),
            "orders",
            100,
            List.of(
                    new Column("day", ColumnType.DATE),
                    new Column("at", ColumnType.TIMESTAMP),
                    new Column("clock", ColumnType.TIME),
                    new Column("country", ColumnType.TEXT),
                    new Column("amount", ColumnType.DECIMAL),
                    new Column("pieces", ColumnType.INTEGER),
                    new Column("paid", ColumnType.BOOLEAN)),
            100);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"measures":[{"function":"sum","field":"price"}]}                         | measures[0].field      | The table orders has no column price.
            {"measures":[{"function":"sum"}]}                                         | measures[0].field      | A field is needed.
            {"measures":[{"field":"amount"}]}                                         | measures[0].function   | A measure needs a function.
            {"measures":[{"function":"sum","field":"country"}]}                       | measures[0].function   | country is of type text, which has no sum.
            {"measures":[{"function":"average","field":"day"}]}                       | measures[0].function   | day is of type date, which has no average.
            {"measures":[{"function":"max","field":"paid"}]}                          | measures[0].function   | paid is of type boolean, which has no max.
            {"measures":[{"function":"count","as":" "}]}                              | measures[0].as         | A name has 1 to 500 characters.
            {"measures":[{"function":"count"},{"function":"count"}]}                  | measures[1].as         | Another result column is already named count.
            {"measures":[{"function":"count","as":"day"}],"dimensions":[{"field":"day"}]} | measures[0].as     | Another result column is already named day.
            {"dimensions":[{}]}                                                       | dimensions[0].field    | A field is needed.
            {"dimensions":[{"field":"country","grain":"month"}]}                      | dimensions[0].grain    | country is not a date or time, so it can't be grouped by month.
            {"dimensions":[{"field":"day","grain":"hour"}]}                           | dimensions[0].grain    | day has no time of day, so it can't be grouped by hour.
            {"dimensions":[{"field":"day","binWidth":5}]}                             | dimensions[0].binWidth | day is not a number, so it has no bins.
            {"dimensions":[{"field":"amount","binWidth":0}]}                          | dimensions[0].binWidth | A bin width is greater than 0.
            {"dimensions":[{"field":"amount","binWidth":-1}]}                         | dimensions[0].binWidth | A bin width is greater than 0.
            {"dimensions":[{"field":"amount","binWidth":1e400}]}                      | dimensions[0].binWidth | A bin width has at most 15 digits.
            {"dimensions":[{"field":"at","grain":"day","binWidth":5}]}                | dimensions[0].binWidth | A dimension has a grain or a bin width, not both.
            {"filters":[{"operator":"equals","values":["1"]}]}                        | filters[0].field       | A filter needs a field.
            {"filters":[{"field":"x","operator":"equals","values":["1"]}]}            | filters[0].field       | The table has no column x.
            {"filters":[{"field":"country","values":["1"]}]}                          | filters[0].operator    | A filter needs an operator.
            {"filters":[{"field":"paid","operator":"lessThan","values":["true"]}]}    | filters[0].operator    | paid is of type boolean, which has no lessThan.
            {"filters":[{"field":"amount","operator":"contains","values":["1"]}]}     | filters[0].operator    | amount is of type decimal, which has no contains.
            {"filters":[{"field":"country","operator":"equals"}]}                     | filters[0].values      | equals takes one value.
            {"filters":[{"field":"country","operator":"in","values":[]}]}             | filters[0].values      | in takes 1 to 1,000 values.
            {"filters":[{"field":"amount","operator":"between","values":["1"]}]}      | filters[0].values      | between takes two values.
            {"filters":[{"field":"amount","operator":"isNull","values":["1"]}]}       | filters[0].values      | isNull takes no values.
            {"filters":[{"field":"country","operator":"contains","values":[null]}]}   | filters[0].values      | contains takes no missing value.
            {"filters":[{"field":"amount","operator":"in","values":["1","one"]}]}     | filters[0].values[1]   | amount is compared with a number.
            {"filters":[{"field":"pieces","operator":"equals","values":["1e99"]}]}    | filters[0].values[0]   | pieces is compared with a number.
            {"filters":[{"field":"pieces","operator":"equals","values":["1e999999999"]}]} | filters[0].values[0] | pieces is compared with a number.
            {"filters":[{"field":"pieces","operator":"equals","values":["NaN"]}]}     | filters[0].values[0]   | pieces is compared with a number.
            {"filters":[{"field":"paid","operator":"equals","values":["yes"]}]}       | filters[0].values[0]   | paid is compared with true or false.
            {"filters":[{"field":"day","operator":"equals","values":["2024-02-30"]}]} | filters[0].values[0]   | day is compared with a date such as 2024-01-31.
            {"filters":[{"field":"day","operator":"equals","values":["+99999-01-01"]}]} | filters[0].values[0] | day is compared with a date such as 2024-01-31.
            {"filters":[{"field":"at","operator":"equals","values":["2024-01-31T08:00"]}]} | filters[0].values[0] | at is compared with a time such as 2024-01-31T08:00:00Z or a date such as 2024-01-31.
            {"filters":[{"field":"clock","operator":"equals","values":["25:00"]}]}    | filters[0].values[0]   | clock is compared with a time of day such as 08:00:00.
            {"orderBy":[{"by":"price"}]}                                              | orderBy[0].by          | The result has no column price.
            {"measures":[{"function":"count"}],"orderBy":[{"by":"day"}]}              | orderBy[0].by          | The result has no column day.
            {"limit":0}                                                               | limit                  | The limit is between 1 and 10,000.
            {"limit":10001}                                                           | limit                  | The limit is between 1 and 10,000.
            """)
    void refuses(String json, String field, String message) {
        Query query = JSON.readValue(json, Query.class);

        var refusal =
                catchThrowableOfType(AppException.class, () -> QueryChecker.plan(ORDERS, query, RowLimit.OF_RESULTS));

        assertThat(refusal.code()).isEqualTo(QueryError.INVALID_QUERY);
        assertThat(refusal.errors()).containsExactly(new FieldError(field, message));
    }

    @Test
    void tellsEverythingThatIsWrongAtOnce() {
        Query query = JSON.readValue("""
                {"measures": [{"function": "sum", "field": "country", "as": "total"}, {"function": "max", "field": "x"}],
                 "dimensions": [{"field": "country", "grain": "day"}],
                 "filters": [{"field": "amount", "operator": "between", "values": ["a"]}],
                 "orderBy": [{"by": "total"}, {"by": "y"}],
                 "limit": -1}
                """, Query.class);

        assertThat(QueryChecker.problems(ORDERS, query))
                .extracting(FieldError::field)
                .containsExactly(
                        "dimensions[0].grain",
                        "measures[0].function",
                        "measures[1].field",
                        "filters[0].values",
                        "filters[0].values[0]",
                        "orderBy[1].by",
                        "limit");
    }

    @Test
    void boundsHowMuchOneQueryAsks() {
        var measures = Collections.nCopies(51, Measure.rows().as("n")).toArray(Measure[]::new);
        var filter = Filter.of(
                "country", FilterOperator.IN, Collections.nCopies(1_001, "x").toArray(String[]::new));
        var filters = Collections.nCopies(101, Filter.of("country", FilterOperator.IS_NULL));

        assertThat(problems(Query.of(new UUID(0, 0), "orders").measuring(measures)))
                .contains("measures");
        assertThat(problems(Query.of(new UUID(0, 0), "orders").where(filter))).containsExactly("filters[0].values");
        assertThat(problems(Query.of(new UUID(0, 0), "orders").where(filters))).containsExactly("filters");
    }

    @Test
    void makesOnePlanOfQueriesThatAskTheSame() {
        Query one = JSON.readValue("""
                {"filters": [{"field": "country", "operator": "in", "values": ["b", "a", "b"]},
                             {"field": "amount", "operator": "equals", "values": ["1.50"]}],
                 "limit": 1000}
                """, Query.class);
        Query other = JSON.readValue("""
                {"filters": [{"field": "amount", "operator": "equals", "values": [1.5]},
                             {"field": "country", "operator": "in", "values": ["a", "b"]}]}
                """, Query.class);

        assertThat(plan(one)).isEqualTo(plan(other)).hasSameHashCodeAs(plan(other));
    }

    private static QueryPlan plan(Query query) {
        return QueryChecker.plan(ORDERS, query, RowLimit.OF_RESULTS);
    }

    private static List<String> problems(Query query) {
        return QueryChecker.problems(ORDERS, query).stream()
                .map(FieldError::field)
                .toList();
    }
}
