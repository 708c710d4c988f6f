package io.claribi.dashboards.design;

import static org.assertj.core.api.Assertions.assertThat;

import io.claribi.query.Grain;
import io.claribi.warehouse.ColumnStatistics;
import io.claribi.warehouse.ColumnType;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeAxisTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DATE      | 2012-01-01           | 2015-12-31           | 1461 | MONTH   | false
            DATE      | 2012-01-01           | 2015-12-30           | 1460 | MONTH   | true
            DATE      | 2012-01-01           | 2015-12-05           | 1435 | MONTH   | true
            DATE      | 2023-01-01           | 2023-12-31           | 365  | WEEK    | false
            DATE      | 2023-01-02           | 2023-12-30           | 363  | WEEK    | true
            DATE      | 2024-01-01           | 2024-01-31           | 31   | DAY     | false
            DATE      | 2024-01-01           | 2024-04-09           | 100  | DAY     | false
            DATE      | 2000-01-03           | 2020-04-17           | 5105 | QUARTER | true
            DATE      | 2000-01-03           | 2020-06-30           | 5150 | QUARTER | false
            DATE      | 1958-03-01           | 2020-04-01           | 741  | YEAR    | true
            DATE      | 2006-01-01           | 2015-12-01           | 120  | QUARTER | false
            DATE      | 2022-01-01           | 2023-12-01           | 24   | MONTH   | false
            DATE      | 2023-01-01           | 2023-12-01           | 12   | MONTH   | false
            DATE      | 1970-01-01           | 1982-01-01           | 12   | YEAR    | false
            DATE      | 1955-01-01           | 2005-01-01           | 11   | YEAR    | false
            TIMESTAMP | 2024-01-01T00:00:00Z | 2024-01-02T12:30:00Z | 2000 | HOUR    | true
            TIMESTAMP | 2024-01-01T00:00:00Z | 2024-01-01T00:44:30Z | 2000 | MINUTE  | true
            TIMESTAMP | 2015-01-01T01:00:00Z | 2015-05-30T11:00:00Z | 955  | WEEK    | true
            TIMESTAMP | 2000-01-01T08:00:00Z | 2010-02-01T08:00:00Z | 122  | QUARTER | false
            """)
    void choosesPeriodsThatGiveAGoodNumberOfPoints(
            ColumnType type, String min, String max, long distinct, Grain grain, boolean incomplete) {
        TimeAxis axis = TimeAxis.along(column(type, min, max, distinct)).orElseThrow();

        assertThat(axis.grain()).isEqualTo(grain);
        assertThat(axis.incompleteLast()).isEqualTo(incomplete);
    }

    @Test
    void hasNoAxisAlongASingleMoment() {
        assertThat(TimeAxis.along(column(ColumnType.DATE, "2024-01-01", "2024-01-01", 2)))
                .isEmpty();
    }

    private static ReadColumn column(ColumnType type, String min, String max, long distinct) {
        var statistics = new ColumnStatistics(
                "date", type, distinct, 0, distinct, min, max, null, null, null, List.of(), List.of());
        return ColumnReader.read(List.of(statistics)).getFirst();
    }
}
