package io.claribi.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import io.claribi.journeys.Tab.Downloaded;
import io.claribi.testing.Tenant;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.assertj.core.data.Offset;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The main job, from nothing to figures that one can hold against the file. */
@JourneyTest
class FileToDashboardTest {
    private static final Orders ORDERS = Orders.ofEighteenMonths();

    /** Sums of floating numbers carry a grain of dust. */
    private static final Offset<BigDecimal> ROUNDING = within(new BigDecimal("0.001"));

    @TempDir
    Path folder;

    @Test
    void leadsFromRegisteringToADashboardThatNobodyElseSees(Visitors visitors) throws IOException {
        Path file = Files.write(folder.resolve("Bike shop.csv"), ORDERS.csv());
        Person grace = visitors.arrives();
        Tab tab = grace.opens("/");
        tab.link("Create an account").click();
        tab.register("Grace", "Hopper", "Compilers", Visitors.newAddress("grace"));

        tab.sees("Dashboards")
                .drop(
                        file,
                        tab.button(
                                "Drop a file anywhere to see it as a dashboard CSV, TSV, JSON, Excel or Parquet. Or click to choose one."));
        Locator upload = tab.dialog("Add data");
        assertThat(tab.field("Name")).hasValue("Bike shop");
        assertThat(upload.getByRole(AriaRole.COLUMNHEADER)).hasText(new String[] {
            "order_id", "ordered_on", "country", "category", "channel", "units", "revenue_eur"
        });
        assertThat(upload.getByRole(AriaRole.ROW).nth(1)).containsText("SO-100001");
        tab.screenshot("journey-preview");
        tab.button("Upload").click();
        assertThat(tab.dialog("Your data is ready")).containsText("Rows" + ORDERS.count());
        tab.settle().screenshot("journey-uploaded");
        tab.link("Open dashboard").click();

        tab.sees("Bike shop - Data Insights").settle();
        var dashboard = new DashboardPage(tab);
        assertThat(dashboard.figure("Rows", ORDERS.count())).isVisible();
        tab.picture("readme");
        String address = tab.path();

        tab.logOut();
        assertThat(tab.heading("Log in")).isVisible();

        Tenant tenant = visitors.tenant();
        Person ada = visitors.member(tenant, Look.DESKTOP);
        assertThat(ada.opens("/dashboards").heading("Or look around with real data"))
                .isVisible();
        ada.expects(404, "/api/v1/dashboards/");
        Tab foreign = ada.opens(address);
        assertThat(foreign.text("Not found")).isVisible();
        assertThat(foreign.page().locator("body")).not().containsText("Bike shop");
        foreign.screenshot("journey-foreign");
    }

    @Test
    void filtersReachEveryTile(Visitors visitors) {
        DashboardPage dashboard = dashboardOfOrders(visitors);

        dashboard.period("2024");
        dashboard.choose("Country", "Germany", "France");

        Orders some = ORDERS.where(order ->
                order.day().getYear() == 2024 && List.of("Germany", "France").contains(order.country()));
        assertThat(dashboard.figure("Rows", some.count())).isVisible();
        assertThat(dashboard.figure("Total units", String.format(Locale.US, "%,d", some.units())))
                .isVisible();
        assertThat(dashboard.tiles()).hasCount(10);
        for (Locator tile : dashboard.tiles().all()) {
            assertThat(tile.getByRole(AriaRole.PARAGRAPH).first())
                    .containsText("Jan 1 – Dec 31, 2024 · Country: Germany, France");
        }
        dashboard.tab().settle().screenshot("journey-filtered");
        assertThat(dashboard.table("Revenue by country").locator("tbody tr")).hasCount(2);
        assertThat(dashboard.table("Revenue by country").locator("tbody tr").first())
                .containsText("Germany");
        assertThat(dashboard.rowsOf("Revenue by week").stream()
                        .map(row -> row.get(1))
                        .map(FileToDashboardTest::amount)
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(some.revenue());

        // The address holds all of it, for a colleague or for tomorrow.
        dashboard.tab().reload();
        assertThat(dashboard.figure("Rows", some.count())).isVisible();
        dashboard.tab().button("Clear filters").click();
        assertThat(dashboard.figure("Rows", ORDERS.count())).isVisible();
    }

    @Test
    void downloadsWhatIsOnTheScreen(Visitors visitors) throws IOException {
        DashboardPage dashboard = dashboardOfOrders(visitors);
        dashboard.choose("Channel", "Store");
        Orders store = ORDERS.where(order -> order.channel().equals("Store"));

        Downloaded csv = dashboard.download("Revenue by category", "Download CSV");
        Downloaded workbook = dashboard.download("Revenue by category", "Download Excel");

        assertThat(csv.name()).isEqualTo("Revenue by category.csv");
        List<String> lines = csv.text().lines().toList();
        assertThat(lines).hasSize(9);
        assertThat(lines.getFirst()).isEqualTo("category,sum_revenue_eur");
        assertThat(lines.stream()
                        .skip(1)
                        .map(line -> new BigDecimal(line.split(",")[1]))
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isCloseTo(store.revenue(), ROUNDING);
        assertThat(workbook.name()).isEqualTo("Revenue by category.xlsx");
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(workbook.content()))) {
            var rows = book.getFirstSheet().read();
            assertThat(rows).hasSize(9);
            // Numbers, not text that looks like them.
            assertThat(rows.stream()
                            .skip(1)
                            .map(row -> row.getCellAsNumber(1).orElseThrow())
                            .reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isCloseTo(store.revenue(), ROUNDING);
        }
    }

    @ParameterizedTest
    @CsvSource({"Seattle weather, 1461, PHONE", "Bird strikes, 10000, DESKTOP"})
    void beginsWithASampleForWhoHasNoFile(String sample, int rows, Look look, Visitors visitors) {
        Tab tab = visitors.member(visitors.tenant(), look).opens("/");

        tab.button("Load " + sample).click();

        tab.sees(sample + " - Data Insights").settle();
        assertThat(new DashboardPage(tab).tiles().first()).isVisible();
        tab.link(sample).click();
        assertThat(tab.page().getByRole(AriaRole.TAB).nth(1)).hasText("Rows " + String.format(Locale.US, "%,d", rows));
        tab.page().goBack();
        tab.sees(sample + " - Data Insights").settle().screenshot("journey-sample-" + look.label());
    }

    private static DashboardPage dashboardOfOrders(Visitors visitors) {
        Tenant tenant = visitors.tenant();
        String id = tenant.upload("Bike shop.csv", ORDERS.csv())
                .path("result")
                .path("dashboardId")
                .asString();
        return new DashboardPage(
                visitors.member(tenant, Look.DESKTOP).opens("/dashboards/" + id).settle());
    }

    private static BigDecimal amount(String money) {
        return new BigDecimal(money.replaceAll("[^0-9.]", ""));
    }
}
