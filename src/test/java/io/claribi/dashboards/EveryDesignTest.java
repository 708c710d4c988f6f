package io.claribi.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import io.claribi.dashboards.design.InsightDesigner;
import io.claribi.dashboards.design.ProfiledTable;
import io.claribi.query.DuckDbTables;
import io.claribi.query.QuerySettingsFixture;
import io.claribi.query.QueryTarget;
import io.claribi.warehouse.Column;
import io.claribi.warehouse.ColumnStatistics;
import io.claribi.warehouse.ColumnStatistics.Bucket;
import io.claribi.warehouse.ColumnStatistics.ValueCount;
import io.claribi.warehouse.ColumnType;
import io.claribi.warehouse.StoredTable;
import io.claribi.warehouse.TableVersionId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever a file holds, the dashboard that is drawn of it is one that can be kept. */
class EveryDesignTest {
    private static final UUID SOURCE = new UUID(1, 1);

    @Property(tries = 500)
    void isKept(@ForAll("tables") List<ProfiledTable> tables, @ForAll("names") String name) {
        var rules = new DashboardRules(
                QuerySettingsFixture.queries(new DuckDbTables()),
                (source, table) -> tables.stream()
                        .filter(candidate -> candidate.name().equals(table))
                        .findFirst()
                        .map(found -> new QueryTarget(source, stored(found))));

        DashboardContent drawn = new InsightDesigner().design(SOURCE, name, tables);

        assertThat(rules.problems(drawn)).isEmpty();
    }

    private static StoredTable stored(ProfiledTable table) {
        return new StoredTable(
                TableVersionId.next(),
                table.name(),
                table.rows(),
                table.columns().stream()
                        .map(column -> new Column(column.name(), column.type()))
                        .toList(),
                100);
    }

    @Provide
    Arbitrary<List<ProfiledTable>> tables() {
        return columns()
                .list()
                .ofMinSize(1)
                .ofMaxSize(8)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(all -> IntStream.range(0, all.size())
                        .mapToObj(i -> new ProfiledTable("table" + i, 1_000, named(all.get(i))))
                        .toList());
    }

    /** Names are unique in a table. */
    private static List<ColumnStatistics> named(List<ColumnStatistics> columns) {
        var named = new ArrayList<ColumnStatistics>();
        for (ColumnStatistics column : columns) {
            named.add(new ColumnStatistics(
                    column.name() + named.size(),
                    column.type(),
                    column.count(),
                    column.nulls(),
                    column.distinct(),
                    column.min(),
                    column.max(),
                    column.mean(),
                    column.deviation(),
                    column.meanLength(),
                    column.top(),
                    column.histogram()));
        }
        return named;
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.of(
                        "sales", "Amount", "date", "country", "id", "name", "price €", "x\"y", "ß", "年", "a'b", "2024")
                .list()
                .ofMinSize(1)
                .ofMaxSize(20)
                .map(words -> String.join(" ", words))
                .map(name -> name.substring(0, Math.min(name.length(), 120)));
    }

    private Arbitrary<ColumnStatistics> columns() {
        return Combinators.combine(
                        names(),
                        Arbitraries.of(ColumnType.class),
                        Arbitraries.longs().between(0, 1_000),
                        Arbitraries.longs().between(1, 1_000),
                        Arbitraries.doubles().between(-1e300, 1e300),
                        Arbitraries.integers().between(-300, 300))
                .as(EveryDesignTest::column);
    }

    private static ColumnStatistics column(
            String name, ColumnType type, long count, long distinct, double from, int exponent) {
        boolean number = type.isNumeric();
        double least = number ? from : 0;
        double greatest = least + Math.pow(10, exponent);
        boolean empty = count == 0;
        return new ColumnStatistics(
                name,
                type,
                count,
                1_000 - count,
                Math.min(distinct, count),
                empty ? null : text(type, least, 0),
                empty ? null : text(type, greatest, 10_000),
                number && !empty ? (Double) ((least + greatest) / 2) : null,
                number && !empty ? (Double) greatest : null,
                type == ColumnType.TEXT && !empty ? (Double) 8.0 : null,
                number || empty ? List.of() : List.of(new ValueCount(text(type, least, 0), count)),
                number && !empty
                        ? List.of(new Bucket(least, (least + greatest) / 2, count), new Bucket(greatest, greatest, 0))
                        : List.of());
    }

    private static String text(ColumnType type, double number, int days) {
        return switch (type) {
            case TEXT -> "value";
            case INTEGER -> new BigDecimal(number).toBigInteger().toString();
            case DECIMAL -> Double.toString(number);
            case BOOLEAN -> "true";
            case DATE -> LocalDate.of(1, 1, 1).plusDays(days * 50L).toString();
            case TIMESTAMP -> LocalDate.of(1, 1, 1).plusDays(days * 50L) + "T00:00:00Z";
            case TIME -> "10:00:00";
        };
    }
}
