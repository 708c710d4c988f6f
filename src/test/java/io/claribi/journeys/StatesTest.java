package io.claribi.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import io.claribi.testing.Tenant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a page says when it has nothing to show: what happened, and what to do. */
@JourneyTest
class StatesTest {
    @TempDir
    Path folder;

    @Test
    void saysWhyAFileIsRefusedAndLetsOneChooseAnother(Visitors visitors) throws IOException {
        Path file = Files.writeString(folder.resolve("Sales.xlsx"), "%PDF-1.7 not a workbook");
        Path good = Files.writeString(folder.resolve("Sales.csv"), Tenant.SALES);
        Person ada = visitors.member(visitors.tenant(), Look.DESKTOP);
        Tab tab = ada.opens("/sources").settle();

        tab.button("Add data").click();
        tab.dialog("Add data").locator("input[type=file]").setInputFiles(file);
        ada.expects(422, "/api/v1/data-sources/upload");
        tab.button("Upload").click();
        assertThat(tab.page().getByRole(AriaRole.ALERT)).isVisible();
        tab.screenshot("journey-refused-file");
        tab.button("Choose another file").click();
        tab.dialog("Add data").locator("input[type=file]").setInputFiles(good);
        tab.button("Upload").click();

        assertThat(tab.dialog("Your data is ready")).isVisible();
    }

    @Test
    void keepsWhatIsReadWhileOffline(Visitors visitors) {
        Tenant tenant = visitors.tenant();
        String id = tenant.upload("Tea house.csv", Tenant.SALES)
                .path("result")
                .path("dashboardId")
                .asString();
        Person ada = visitors.member(tenant, Look.PHONE);
        Tab tab = ada.opens("/dashboards/" + id).settle();
        var dashboard = new DashboardPage(tab);

        ada.goesOffline();
        assertThat(tab.page().getByRole(AriaRole.STATUS)).containsText("You are offline.");
        assertThat(dashboard.figure("Rows", "6")).isVisible();
        tab.screenshot("journey-offline");
        ada.comesBack();

        assertThat(tab.text("You are offline.")).isHidden();
        dashboard.choose("Region", "North");
        assertThat(dashboard.figure("Rows", "3")).isVisible();
    }

    @Test
    void namesTheLimitOfThePlan(Visitors visitors) throws IOException {
        Tenant tenant = visitors.tenant();
        for (int number = 1; number <= 5; number++) {
            tenant.upload("Sales %d.csv".formatted(number), "a,b\n1,2\n");
        }
        Path file = Files.writeString(folder.resolve("One more.csv"), "a,b\n1,2\n");
        Person ada = visitors.member(tenant, Look.PHONE_DARK).expects(402, "/api/v1/data-sources/upload");
        Tab tab = ada.opens("/sources").settle();

        tab.button("Add data").click();
        tab.dialog("Add data").locator("input[type=file]").setInputFiles(file);
        tab.button("Upload").click();

        assertThat(tab.page().getByRole(AriaRole.ALERT)).containsText("5");
        tab.screenshot("journey-limit");
    }
}
