package io.claribi.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import io.claribi.testing.Tenant;
import org.junit.jupiter.api.Test;

/** All of it without a mouse, the focus in sight and back where it came from. */
@JourneyTest
class KeyboardTest {
    @Test
    void reachesEverythingByThePalette(Visitors visitors) {
        Tenant tenant = visitors.tenant();
        tenant.upload("Tea house.csv", Tenant.SALES);
        Tab tab = visitors.member(tenant, Look.DESKTOP).opens("/dashboards").settle();

        tab.press("Control+k");
        assertThat(tab.field("Search")).isFocused();
        tab.type("tea").press("ArrowDown").press("Enter");

        tab.sees("Tea house");
        assertThat(tab.path()).startsWith("/sources/");
        tab.press("g").press("d").sees("Dashboards");
        tab.press("u");
        assertThat(tab.dialog("Add data")).isVisible();
        tab.press("Escape");
        assertThat(tab.dialog("Add data")).isHidden();
    }

    @Test
    void listsItsShortcutsAndGivesTheFocusBack(Visitors visitors) {
        Tab tab = visitors.member(visitors.tenant(), Look.DESKTOP)
                .opens("/dashboards")
                .settle();
        Locator settings = tab.link("Settings");
        settings.focus();

        for (String opener : new String[] {"?", "Control+k"}) {
            tab.press(opener);
            assertThat(tab.page().getByRole(AriaRole.DIALOG)).isVisible();
            tab.press("Escape");

            assertThat(settings).isFocused();
        }
    }

    @Test
    void showsWhereItIs(Visitors visitors) {
        Tenant tenant = visitors.tenant();
        String dashboard = tenant.upload("Tea house.csv", Tenant.SALES)
                .path("result")
                .path("dashboardId")
                .asString();
        Tab tab = visitors.member(tenant, Look.DESKTOP)
                .opens("/dashboards/" + dashboard)
                .settle();

        int stops = 0;
        tab.press("Tab");
        assertThat(tab.link("Skip to content")).isFocused();
        while (!tab.focused().equals("BODY") && stops < 60) {
            assertThat(tab.focusIsVisible()).as("focus on " + tab.focused()).isTrue();
            tab.press("Tab");
            stops++;
        }

        assertThat(stops).isGreaterThan(20);
    }

    @Test
    void worksATileByItsMenu(Visitors visitors) {
        Tenant tenant = visitors.tenant();
        String id = tenant.upload("Tea house.csv", Tenant.SALES)
                .path("result")
                .path("dashboardId")
                .asString();
        Tab tab =
                visitors.member(tenant, Look.DESKTOP).opens("/dashboards/" + id).settle();
        var dashboard = new DashboardPage(tab);
        Locator menu = dashboard.menuOf("Revenue by region");

        menu.focus();
        tab.press("Enter");
        assertThat(dashboard.menuItem("Revenue by region", "Show as table")).isFocused();
        tab.press("ArrowDown").press("Enter");
        assertThat(tab.dialog("Tea house - Data Insights")).isVisible();
        tab.press("Escape");
        assertThat(tab.dialog("Tea house - Data Insights")).isHidden();
        assertThat(menu).isFocused();

        tab.press("Enter");
        assertThat(dashboard.menuItem("Revenue by region", "Show as table")).isFocused();
        tab.press("Enter");
        assertThat(dashboard.tile("Revenue by region").getByRole(AriaRole.TABLE))
                .isVisible();
    }
}
