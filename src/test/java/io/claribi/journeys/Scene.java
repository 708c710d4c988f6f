package io.claribi.journeys;

import static io.claribi.journeys.Scene.Who.MEMBER;
import static io.claribi.journeys.Scene.Who.NEWCOMER;
import static io.claribi.journeys.Scene.Who.STRANGER;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A page in one of its states. A new page is a line in {@link #all()}; {@link EveryPageTest} does the rest.
 *
 * @param path where it is; {@code {dashboard}} and {@code {source}} stand for the ids of the member's first ones
 * @param opening what is done there before it is looked at
 * @param looks all of them for a page; for what opens on one, what differs most is enough
 */
record Scene(String name, Who who, String path, Set<Look> looks, Consumer<Tab> opening) {
    enum Who {
        /** Nobody the server knows. */
        STRANGER,
        /** The owner of an organization without data. */
        NEWCOMER,
        /** The owner of an organization with two sources and their dashboards. */
        MEMBER
    }

    private static final String DASHBOARD = "/dashboards/{dashboard}";
    private static final String BY_WEEK = "Revenue by week";
    private static final Set<Look> EVERY = EnumSet.allOf(Look.class);
    private static final Set<Look> TWO = EnumSet.of(Look.DESKTOP, Look.PHONE_DARK);

    static List<Scene> all() {
        return Stream.of(pages(), dashboard(), opened()).flatMap(List::stream).toList();
    }

    private static List<Scene> pages() {
        return List.of(
                page("login", STRANGER, "/login"),
                page("register", STRANGER, "/register"),
                page("forgot", STRANGER, "/forgot"),
                page("reset", STRANGER, "/reset#token=of-a-mail"),
                page("reset-spent", STRANGER, "/reset"),
                page("dashboards-empty", NEWCOMER, "/dashboards"),
                page("sources-empty", NEWCOMER, "/sources"),
                page("dashboards", MEMBER, "/dashboards"),
                page("dashboard", MEMBER, DASHBOARD),
                page("sources", MEMBER, "/sources"),
                page("source", MEMBER, "/sources/{source}"),
                page("source-rows", MEMBER, "/sources/{source}?tab=rows"),
                page("source-rejects", MEMBER, "/sources/{source}?tab=rejects"),
                page("account", MEMBER, "/settings/account"),
                page("security", MEMBER, "/settings/security"),
                page("two-step", MEMBER, "/settings/security/two-step"),
                page("activity", MEMBER, "/settings/activity"),
                page("organization-security", MEMBER, "/settings/organization/security"),
                page("not-found", MEMBER, "/nothing"));
    }

    private static List<Scene> dashboard() {
        return List.of(
                open("dashboard-period", DASHBOARD, tab -> {
                    tab.button("Ordered on All time").click();
                    tab.text("June 2025").waitFor();
                }),
                open(
                        "dashboard-category",
                        DASHBOARD,
                        tab -> tab.button("Country All").click()),
                open("dashboard-menu", DASHBOARD, tab -> of(tab).menuOf(BY_WEEK).click()),
                open(
                        "dashboard-tooltip",
                        DASHBOARD,
                        tab -> of(tab).chart(BY_WEEK).hover()),
                open("dashboard-tables", DASHBOARD, tab -> {
                    of(tab).table(BY_WEEK);
                    of(tab).table("Revenue by country");
                }),
                open("dashboard-full", DASHBOARD, tab -> of(tab).menu(BY_WEEK, "Full screen")),
                open("dashboard-explained", DASHBOARD, tab -> of(tab).menu(BY_WEEK, "How was this computed?")),
                open("dashboard-no-rows", DASHBOARD + "?filter=ordered-on:1990-01-01..1990-12-31", tab -> {}));
    }

    private static List<Scene> opened() {
        return List.of(
                open("palette", "/dashboards", tab -> tab.press("Control+k")),
                open("shortcuts", "/dashboards", tab -> tab.press("?")),
                open("upload", "/sources", tab -> {
                    tab.button("Add data").click();
                    tab.dialog("Add data").waitFor();
                }),
                open(
                        "email-change",
                        "/settings/account",
                        tab -> tab.button("Change").click()),
                open("person-menu", "/dashboards", Tab::openPersonMenu),
                open("delete", "/sources/{source}", tab -> {
                    tab.button("Data source menu").click();
                    tab.menuItem("Delete").click();
                    tab.dialog("Delete “Bike shop”?").waitFor();
                }));
    }

    private static Scene page(String name, Who who, String path) {
        return new Scene(name, who, path, EVERY, tab -> {});
    }

    private static Scene open(String name, String path, Consumer<Tab> opening) {
        return new Scene(name, MEMBER, path, TWO, opening);
    }

    private static DashboardPage of(Tab tab) {
        return new DashboardPage(tab);
    }

    void opensIn(Tab tab, World world) {
        tab.goTo(world.filled(path)).settle();
        opening.accept(tab);
        tab.settle();
    }
}
