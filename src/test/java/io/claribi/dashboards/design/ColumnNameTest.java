package io.claribi.dashboards.design;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnNameTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            revenue            | revenue             |     |
            Weight_in_lbs      | weight              | lbs |
            temp_max           | maximum temperature |     |
            Cost Total $       | total cost          | $   | USD
            Price (EUR)        | price               | EUR | EUR
            Distance [km]      | distance            | km  |
            Running Time min   | running time        | min |
            US DVD Sales       | US DVD sales        |     |
            IMDB_Rating        | IMDB rating         |     |
            TOTAL_SALES        | total sales         |     |
            unitPrice          | unit price          |     |
            HTTPStatus         | HTTP status         |     |
            qty                | quantity            |     |
            €                  | €                   |     | EUR
            Größe              | größe               |     |
            人口                 | 人口                  |     |
            ???                | ???                 |     |
            """)
    void readsNames(String name, String label, String unit, String currency) {
        var read = ColumnName.of(name);

        assertThat(read.label()).isEqualTo(label);
        assertThat(read.unit()).isEqualTo(unit);
        assertThat(read.currency().orElse(null)).isEqualTo(currency);
    }
}
