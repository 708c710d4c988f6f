package io.claribi.journeys;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import io.claribi.journeys.Tab.Downloaded;
import java.util.List;
import java.util.regex.Pattern;

/** A tab that shows a dashboard: its tiles by their titles, and what one does with them. */
record DashboardPage(Tab tab) {

    Locator tiles() {
        return tab.page().getByRole(AriaRole.ARTICLE);
    }

    Locator tile(String title) {
        return Tab.named(tab.page().locator("main"), AriaRole.ARTICLE, title);
    }

    /** A metric that says just this. */
    Locator figure(String title, String value) {
        return tile(title).getByText(value, new Locator.GetByTextOptions().setExact(true));
    }

    Locator chart(String title) {
        return tile(title).getByRole(AriaRole.IMG, new Locator.GetByRoleOptions().setName(Pattern.compile("chart of")));
    }

    Locator menuOf(String title) {
        return Tab.named(tile(title), AriaRole.BUTTON, "Menu of " + title);
    }

    Locator menuItem(String title, String item) {
        return Tab.named(tile(title), AriaRole.MENUITEM, item);
    }

    /** Does what the tile's menu offers. */
    void menu(String title, String item) {
        menuOf(title).click();
        menuItem(title, item).click();
    }

    Downloaded download(String title, String item) {
        return tab.download(() -> menu(title, item));
    }

    /** The table behind the tile's chart, shown in its place. */
    Locator table(String title) {
        Locator table = tile(title).getByRole(AriaRole.TABLE);
        if (table.count() == 0) {
            menu(title, "Show as table");
            table.waitFor();
        }
        return table;
    }

    /** The cells of the table behind the tile's chart, as far as they are drawn: up to a hundred rows are. */
    List<List<String>> rowsOf(String title) {
        return table(title).locator("tbody tr").all().stream()
                .map(row -> row.locator("td").allTextContents())
                .toList();
    }

    /** Chooses a period that the filter offers. */
    void period(String label) {
        tab.page().getByRole(AriaRole.SEARCH).getByRole(AriaRole.BUTTON).first().click();
        tab.button(label).click();
        settle();
    }

    /** Chooses values of a category filter that is not set yet. */
    void choose(String filter, String... values) {
        tab.button(filter + " All").click();
        for (String value : values) {
            tab.field(value).check();
        }
        tab.press("Escape");
        settle();
    }

    private void settle() {
        tab.page().waitForLoadState();
        tab.settle();
    }
}
