package io.claribi.query;

import static io.claribi.query.AggregateFunction.AVERAGE;
import static io.claribi.query.AggregateFunction.MAX;
import static io.claribi.query.AggregateFunction.MEDIAN;
import static io.claribi.query.AggregateFunction.SUM;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.claribi.http.RequestMemory;
import io.claribi.kernel.OrganizationId;
import io.claribi.tenancy.OrganizationScope;
import io.claribi.warehouse.StoredTable;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is computed of decimals reads as a person would have computed it. */
class CleanDecimalsTest {
    private static final DuckDbTables TABLES = new DuckDbTables();
    private static final String AMOUNTS = "amounts";

    private final Queries queries = QuerySettingsFixture.queries(TABLES);
    private final QueryExports exports = new QueryExports(TABLES, QuerySettingsFixture.querySettings());
    private final OrganizationId organization = OrganizationId.next();

    @Property(tries = 300)
    void aSumOfCentsIsTheSumInCents(
            @ForAll @Size(min = 1, max = 500)
                    List<@LongRange(min = -10_000_000_000L, max = 10_000_000_000L) Long> cents) {
        StoredTable table = TABLES.create(
                AMOUNTS,
                "SELECT unnest([%s]) AS amount"
                        .formatted(cents.stream()
                                .map(cent -> BigDecimal.valueOf(cent, 2) + "::DOUBLE")
                                .collect(Collectors.joining(","))));
        BigDecimal sum =
                BigDecimal.valueOf(cents.stream().mapToLong(Long::longValue).sum(), 2);

        assertThat(printed(table, SUM)).isEqualTo(plain(sum));
        assertThat(exported(table)).isEqualTo(plain(sum));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 3_000_000})
    void ofAMillionAsWell(long lessEach) {
        long rows = 1_000_000;
        StoredTable table = TABLES.create(
                AMOUNTS,
                "SELECT CAST((range * 7919 %% 10000019 - %d) / 100 AS DOUBLE) AS amount FROM range(%d)"
                        .formatted(lessEach, rows));
        BigInteger cents = BigInteger.ZERO;
        for (long i = 0; i < rows; i++) {
            cents = cents.add(BigInteger.valueOf(i * 7919 % 10_000_019 - lessEach));
        }

        assertThat(printed(table, SUM)).isEqualTo(plain(new BigDecimal(cents, 2)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0.1 0.2            | 0.3                 | 0.15               | 0.15
            0.1 0.2 -0.3       | 0                   | 0                  | 0.1
            1.1 2.2 3.3        | 6.6                 | 2.2                | 2.2
            1 0 0              | 1                   | 0.333333333333333  | 0
            1e-20 2e-20        | 3.0E-20             | 1.5E-20            | 1.5E-20
            1e300 2e300        | 3.0E300             | 1.5E300            | 1.5E300
            9007199254740993.5 | 9.00719925474099E15 | 9.00719925474099E15| 9.00719925474099E15
            """)
    void areRoundedToTheDigitsThatADoubleHolds(String values, String sum, String average, String median) {
        StoredTable table = TABLES.create(
                AMOUNTS,
                "SELECT unnest([%s]) AS amount"
                        .formatted(Arrays.stream(values.split(" "))
                                .map(value -> value + "::DOUBLE")
                                .collect(Collectors.joining(","))));

        assertThat(printed(table, SUM)).isEqualTo(sum);
        assertThat(printed(table, AVERAGE)).isEqualTo(average);
        assertThat(printed(table, MEDIAN)).isEqualTo(median);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.12345678901234568", "9.007199254740994E15"})
    void leavesWhatStandsInTheTableAsItIs(String value) {
        StoredTable table = TABLES.create(AMOUNTS, "SELECT '%s'::DOUBLE AS amount".formatted(value));

        assertThat(printed(table, MAX)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({"SUM, NaN", "AVERAGE, NaN", "MEDIAN, NaN", "SUM, inf", "AVERAGE, -inf"})
    void tellsNoValueWhereItIsNoNumber(AggregateFunction function, String value) {
        StoredTable table = TABLES.create(AMOUNTS, "SELECT '%s'::DOUBLE AS amount FROM range(2)".formatted(value));

        assertThat(printed(table, function)).isEqualTo("null");
    }

    @ParameterizedTest
    @CsvSource({"SUM, 99999999999999999999.98", "MAX, 99999999999999999999.99"})
    void leavesTrueDecimalsToTheEngine(AggregateFunction function, String exact) {
        StoredTable table = TABLES.create(
                AMOUNTS, "SELECT unnest([99999999999999999999.99::DECIMAL(22, 2), -0.01::DECIMAL(22, 2)]) AS amount");

        assertThat(printed(table, function)).isEqualTo(exact);
    }

    @ParameterizedTest
    @ValueSource(strings = {"beside", "beside_", "sum_amount"})
    void takesNoNameFromAColumn(String name) {
        StoredTable table = TABLES.create(
                AMOUNTS, "SELECT 0.1::DOUBLE AS amount, 'a' AS \"%1$s\" UNION ALL SELECT 0.2, 'a'".formatted(name));
        Query query = query().by(new Dimension(name, null, null, name))
                .measuring(
                        Measure.of(SUM, "amount").as("total"),
                        Measure.of(SUM, "amount").as("total again"));

        assertThat(run(table, query).rows()).containsExactly(List.of("a", 0.3, 0.3));
    }

    private String printed(StoredTable table, AggregateFunction function) {
        Object value = run(table, query().measuring(Measure.of(function, "amount")))
                .rows()
                .getFirst()
                .getFirst();
        return value instanceof Double number && number == Math.rint(number) && Math.abs(number) < 1e15
                ? Long.toString(number.longValue())
                : String.valueOf(value);
    }

    private QueryResult run(StoredTable table, Query query) {
        try (RequestMemory.Hold hold = QuerySettingsFixture.memory().hold(organization)) {
            return OrganizationScope.call(
                    organization, () -> queries.run(new QueryTarget(new UUID(1, 1), table), query, hold));
        }
    }

    private String exported(StoredTable table) {
        var out = new ByteArrayOutputStream();
        OrganizationScope.call(
                organization,
                () -> exports.prepare(
                                new QueryTarget(new UUID(1, 1), table),
                                query().measuring(Measure.of(SUM, "amount")),
                                ExportFormat.CSV)
                        .writeTo(out));
        return out.toString(UTF_8).split("\r\n")[1];
    }

    /** As Java prints a double of that value, whole ones without a point. */
    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().scale() <= 0
                ? number.toBigInteger().toString()
                : Double.toString(number.doubleValue());
    }

    private static Query query() {
        return Query.of(new UUID(1, 1), AMOUNTS);
    }
}
