package io.claribi.journeys;

import static io.claribi.journeys.Scene.Who.MEMBER;
import static io.claribi.journeys.Scene.Who.NEWCOMER;
import static io.claribi.journeys.Scene.Who.STRANGER;

import com.microsoft.playwright.options.AriaRole;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

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

    private static final Set<Look> EVERY = EnumSet.allOf(Look.class);
    private static final Set<Look> TWO = EnumSet.of(Look.DESKTOP, Look.PHONE_DARK);

    static List<Scene> all() {
        return List.of(
                page("login", STRANGER, "/login"),
                page("register", STRANGER, "/register"),
                page("dashboards-empty", NEWCOMER, "/dashboards"),
                page("sources-empty", NEWCOMER, "/sources"),
                page("dashboards", MEMBER, "/dashboards"),
                page("dashboard", MEMBER, "/dashboards/{dashboard}"),
                page("sources", MEMBER, "/sources"),
                page("source", MEMBER, "/sources/{source}"),
                page("source-rows", MEMBER, "/sources/{source}?tab=rows"),
                page("source-rejects", MEMBER, "/sources/{source}?tab=rejects"),
                page("account", MEMBER, "/settings/account"),
                page("not-found", MEMBER, "/nothing"),
                open(
                        "dashboard-period",
                        "/dashboards/{dashboard}",
                        tab -> tab.button("Ordered on All time").click()),
                open(
                        "dashboard-category",
                        "/dashboards/{dashboard}",
                        tab -> tab.button("Country All").click()),
                open(
                        "dashboard-menu",
                        "/dashboards/{dashboard}",
                        tab -> tab.button("Menu of Revenue by week").click()),
                open("palette", "/dashboards", tab -> tab.press("Control+k")),
                open("shortcuts", "/dashboards", tab -> tab.press("?")),
                open("upload", "/sources", tab -> tab.button("Add data").click()),
                open("person-menu", "/dashboards", Scene::openPersonMenu),
                open("delete", "/sources/{source}", tab -> {
                    tab.button("Data source menu").click();
                    Tab.named(tab.page().locator(":root"), AriaRole.MENUITEM, "Delete")
                            .click();
                }));
    }

    private static Scene page(String name, Who who, String path) {
        return new Scene(name, who, path, EVERY, tab -> {});
    }

    private static Scene open(String name, String path, Consumer<Tab> opening) {
        return new Scene(name, MEMBER, path, TWO, opening);
    }

    private static void openPersonMenu(Tab tab) {
        if (tab.look().isPhone()) {
            tab.button("Open navigation").click();
        }
        tab.button("Ada Lovelace").click();
    }

    void opensIn(Tab tab, World world) {
        tab.goTo(world.filled(path)).settle();
        opening.accept(tab);
        tab.settle();
    }
}
