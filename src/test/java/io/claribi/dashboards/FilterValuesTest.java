package io.claribi.dashboards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.claribi.kernel.AppException;
import io.claribi.query.Filter;
import io.claribi.query.FilterOperator;
import io.claribi.query.Query;
import io.claribi.warehouse.Column;
import io.claribi.warehouse.ColumnType;
import io.claribi.warehouse.StoredTable;
import io.claribi.warehouse.TableVersionId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilterValuesTest {
    private static final List<DashboardFilter> FILTERS = List.of(
            new DashboardFilter("period", FilterKind.DATE_RANGE, "Date", "weather", "date"),
            new DashboardFilter("weather", FilterKind.CATEGORY, "Weather", "weather", "weather"),
            new DashboardFilter("stars", FilterKind.CATEGORY, "Stars", "weather", "stars"));
    private static final StoredTable WEATHER = table(
            new Column("date", ColumnType.DATE),
            new Column("weather", ColumnType.TEXT),
            new Column("stars", ColumnType.INTEGER));
    private static final Query ALL = Query.of(new UUID(1, 1), "weather");

    @Test
    void narrowsAQueryToWhatWasChosen() {
        var query = apply(List.of("period:2012-01-01..2012-12-31", "weather:sun", "weather:a:b", "stars:4"));

        assertThat(query.filters())
                .containsExactly(
                        Filter.of("date", FilterOperator.BETWEEN, "2012-01-01", "2012-12-31"),
                        Filter.of("weather", FilterOperator.IN, "sun", "a:b"),
                        Filter.of("stars", FilterOperator.IN, "4"));
    }

    @Test
    void leavesEitherEndOpen() {
        assertThat(apply(List.of("period:2012-01-01..")).filters())
                .containsExactly(Filter.of("date", FilterOperator.GREATER_THAN_OR_EQUALS, "2012-01-01"));
        assertThat(apply(List.of("period:..2012-01-01")).filters())
                .containsExactly(Filter.of("date", FilterOperator.LESS_THAN_OR_EQUALS, "2012-01-01"));
        assertThat(apply(List.of("period:..")).filters()).isEmpty();
    }

    @Test
    void takesAnEmptyValueForTheMissingOne() {
        assertThat(apply(List.of("weather:", "weather:sun", "stars:")).filters())
                .containsExactly(
                        Filter.of("weather", FilterOperator.IN, null, "", "sun"),
                        Filter.of("stars", FilterOperator.IN, (String) null));
    }

    @Test
    void passesByTablesWithoutTheField() {
        var other = table(new Column("date", ColumnType.TEXT), new Column("weather", ColumnType.BOOLEAN));
        var values = FilterValues.parse(FILTERS, List.of("period:2012-01-01..2012-12-31", "stars:4"));

        assertThat(values.apply(ALL, other).filters()).isEmpty();
        assertThat(values.applyBefore(ALL, other)).isEmpty();
    }

    @Test
    void comparesWithAsManyDaysBefore() {
        var values = FilterValues.parse(FILTERS, List.of("period:2012-02-01..2012-02-29", "weather:sun"));

        assertThat(values.applyBefore(ALL, WEATHER).orElseThrow().filters())
                .containsExactly(
                        Filter.of("date", FilterOperator.BETWEEN, "2012-01-03", "2012-01-31"),
                        Filter.of("weather", FilterOperator.IN, "sun"));
        assertThat(FilterValues.parse(FILTERS, List.of("period:2012-02-01..")).applyBefore(ALL, WEATHER))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            colour:red                                      | The dashboard has no filter colour.
            weather                                         | The dashboard has no filter weather.
            period:2012                                     | period takes one range such as 2024-01-01..2024-12-31.
            period:2012-01-01..yesterday                    | period takes days such as 2024-01-31.
            period:+9999999-01-01..                         | period takes days such as 2024-01-31.
            period:2012-02-30..                             | period takes days such as 2024-01-31.
            period:2012-01-02..2012-01-01                   | period ends before it begins.
            """)
    void refuses(String parameter, String message) {
        var refusal = catchThrowableOfType(
                AppException.class, () -> FilterValues.parse(FILTERS, List.of(parameter, "nothing:1")));

        assertThat(refusal.code()).isEqualTo(DashboardError.INVALID_FILTER);
        assertThat(refusal).hasMessage(message);
        assertThat(refusal.errors()).hasSize(2);
    }

    private static Query apply(List<String> parameters) {
        return FilterValues.parse(FILTERS, parameters).apply(ALL, WEATHER);
    }

    private static StoredTable table(Column... columns) {
        return new StoredTable(TableVersionId.next(), "weather", 10, List.of(columns), 100);
    }
}
