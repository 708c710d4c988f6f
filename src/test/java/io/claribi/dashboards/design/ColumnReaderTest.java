package io.claribi.dashboards.design;

import static org.assertj.core.api.Assertions.assertThat;

import io.claribi.warehouse.ColumnStatistics;
import io.claribi.warehouse.ColumnType;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnReaderTest {

    /** The columns of tables as people keep them, a line each: name, type, values, different ones, least, greatest, length. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            order_id          | INTEGER   | 9000 | 9000 | 1          | 9000       | -  | IDENTIFIER | -
            Order No          | INTEGER   | 9000 | 8000 | 100        | 99999      | -  | IDENTIFIER | -
            customerId        | INTEGER   | 9000 | 1200 | 1          | 1500       | -  | IDENTIFIER | -
            uuid              | TEXT      | 9000 | 9000 | -          | -          | 36 | IDENTIFIER | -
            sku               | TEXT      | 9000 | 300  | -          | -          | 8  | IDENTIFIER | -
            zip               | INTEGER   | 9000 | 4000 | 501        | 99950      | -  | IDENTIFIER | -
            phone             | INTEGER   | 9000 | 8990 | 2000000000 | 9999999999 | -  | IDENTIFIER | -
            seq               | INTEGER   | 9000 | 9000 | 1          | 9000       | -  | IDENTIFIER | -
            email             | TEXT      | 9000 | 8900 | -          | -          | 24 | IDENTIFIER | -
            customer          | TEXT      | 9000 | 8800 | -          | -          | 14 | IDENTIFIER | -
            comment           | TEXT      | 9000 | 5000 | -          | -          | 90 | TEXT       | -
            notes             | TEXT      | 9000 | 12   | -          | -          | 70 | TEXT       | -
            product           | TEXT      | 9000 | 200  | -          | -          | 14 | TEXT       | -
            lat               | DECIMAL   | 9000 | 8000 | 47.1       | 54.9       | -  | COORDINATE | -
            Longitude         | DECIMAL   | 9000 | 8000 | 6.1        | 14.9       | -  | COORDINATE | -
            currency          | TEXT      | 9000 | 1    | EUR        | EUR        | 3  | CONSTANT   | -
            empty             | TEXT      | 0    | 0    | -          | -          | -  | CONSTANT   | -
            version           | INTEGER   | 9000 | 1    | 3          | 3          | -  | CONSTANT   | -
            country           | TEXT      | 9000 | 34   | -          | -          | 7  | CATEGORY   | -
            country_code      | TEXT      | 9000 | 34   | -          | -          | 2  | IDENTIFIER | -
            status_code       | INTEGER   | 9000 | 7    | 200        | 503        | -  | IDENTIFIER | -
            gender            | TEXT      | 9000 | 2    | -          | -          | 4  | CATEGORY   | -
            returned          | BOOLEAN   | 9000 | 2    | false      | true       | -  | CATEGORY   | -
            cylinders         | INTEGER   | 406  | 5    | 3          | 8          | -  | CATEGORY   | -
            pclass            | INTEGER   | 891  | 3    | 1          | 3          | -  | CATEGORY   | -
            survived          | INTEGER   | 891  | 2    | 0          | 1          | -  | CATEGORY   | -
            month             | INTEGER   | 9000 | 12   | 1          | 12         | -  | CATEGORY   | -
            year              | INTEGER   | 9000 | 12   | 2012       | 2023       | -  | YEAR       | -
            Year Built        | INTEGER   | 9000 | 90   | 1880       | 2019       | -  | YEAR       | -
            years             | INTEGER   | 9000 | 30   | 0          | 45         | -  | MEASURE    | UNKNOWN
            order_date        | DATE      | 9000 | 800  | 2020-01-01 | 2022-12-31 | -  | TIME       | -
            created_at        | TIMESTAMP | 9000 | 9000 | 2020-01-01 | 2022-12-31 | -  | TIME       | -
            revenue           | DECIMAL   | 9000 | 8000 | 0.5        | 9999       | -  | MEASURE    | MONEY
            Total Sales       | DECIMAL   | 9000 | 8000 | 0.5        | 9999       | -  | MEASURE    | MONEY
            Umsatz            | DECIMAL   | 9000 | 8000 | 0.5        | 9999       | -  | MEASURE    | MONEY
            Cost Total $      | INTEGER   | 9000 | 196  | 0          | 7043545    | -  | MEASURE    | MONEY
            amount_usd        | DECIMAL   | 9000 | 8000 | 0.5        | 9999       | -  | MEASURE    | MONEY
            unit_price        | DECIMAL   | 9000 | 200  | 0.5        | 999        | -  | MEASURE    | UNIT_PRICE
            salary            | INTEGER   | 900  | 700  | 20000      | 300000     | -  | MEASURE    | UNIT_PRICE
            close             | DECIMAL   | 5105 | 4998 | 676        | 3386       | -  | MEASURE    | UNIT_PRICE
            quantity          | INTEGER   | 9000 | 9    | 1          | 9          | -  | MEASURE    | QUANTITY
            qty_sold          | INTEGER   | 9000 | 90   | 1          | 99         | -  | MEASURE    | QUANTITY
            Number of guests  | INTEGER   | 9000 | 9    | 1          | 9          | -  | MEASURE    | QUANTITY
            precipitation     | DECIMAL   | 1461 | 111  | 0          | 55.9       | -  | MEASURE    | QUANTITY
            page views        | INTEGER   | 9000 | 4000 | 0          | 88888      | -  | MEASURE    | QUANTITY
            discount_rate     | DECIMAL   | 9000 | 20   | 0          | 0.4        | -  | MEASURE    | SHARE
            Margin %          | DECIMAL   | 9000 | 2000 | -10        | 60         | -  | MEASURE    | SHARE
            temp_max          | DECIMAL   | 1461 | 67   | -1.6       | 35.6       | -  | MEASURE    | LEVEL
            IMDB Rating       | DECIMAL   | 2988 | 77   | 1.4        | 9.2        | -  | MEASURE    | LEVEL
            age               | INTEGER   | 891  | 80   | 0          | 80         | -  | MEASURE    | LEVEL
            population        | INTEGER   | 682  | 682  | 82656      | 1304887562 | -  | MEASURE    | LEVEL
            foo               | DECIMAL   | 9000 | 8000 | -3         | 8          | -  | MEASURE    | UNKNOWN
            """)
    void tellsWhatAColumnIsFor(
            String name,
            ColumnType type,
            long count,
            long distinct,
            @Nullable String min,
            @Nullable String max,
            @Nullable Double length,
            ColumnRole role,
            @Nullable MeasureKind kind) {
        var statistics = new ColumnStatistics(
                name, type, count, 0, distinct, min, max, null, null, length, List.of(), List.of());

        ReadColumn read = ColumnReader.read(List.of(statistics)).getFirst();

        assertThat(read.role()).isEqualTo(role);
        if (kind != null) {
            assertThat(read.kind()).isEqualTo(kind);
        }
    }
}
