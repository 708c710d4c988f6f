package io.claribi.journeys;

import static io.claribi.journeys.Scene.Who.CLOSING;
import static io.claribi.journeys.Scene.Who.DISABLED;
import static io.claribi.journeys.Scene.Who.HEIR;
import static io.claribi.journeys.Scene.Who.LOCKED_OUT;
import static io.claribi.journeys.Scene.Who.MEMBER;
import static io.claribi.journeys.Scene.Who.NEWCOMER;
import static io.claribi.journeys.Scene.Who.OFFERING;
import static io.claribi.journeys.Scene.Who.PAUSED;
import static io.claribi.journeys.Scene.Who.STRANGER;
import static io.claribi.journeys.Scene.Who.TEAM;
import static io.claribi.journeys.Scene.Who.TRIAL_ENDING;
import static io.claribi.journeys.Scene.Who.VIEWER;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.options.FilePayload;
import io.claribi.testing.Tenant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A page in one of its states. A new page is a line in {@link #all()}; {@link EveryPageTest} does the rest.
 *
 * @param path where it is; what stands in braces is a place of the {@link World}
 * @param looks all of them for a page; for what opens on one, what differs most is enough
 * @param before what is done before it is opened
 * @param opening what is done there before it is looked at
 */
record Scene(String name, Who who, String path, Set<Look> looks, Consumer<Tab> before, Consumer<Tab> opening) {
    enum Who {
        /** Nobody the server knows. */
        STRANGER,
        /** The owner of an organization without data. */
        NEWCOMER,
        /** The owner of an organization with two sources and their dashboards. */
        MEMBER,
        /** The owner of an organization with several people in it, and a plan that leaves nothing out. */
        TEAM,
        /** Who may only look, in that organization. */
        VIEWER,
        /** The owner of an organization whose trial is over in some days. */
        TRIAL_ENDING,
        /** The owner of an organization with more data sources than its plan has. */
        PAUSED,
        /** The owner of an organization that is to be deleted. */
        CLOSING,
        /** Who may not get in there any more. */
        LOCKED_OUT,
        /** Of an organization that whoever runs the server has disabled. */
        DISABLED,
        /** The owner who has offered the ownership to somebody. */
        OFFERING,
        /** Whom it is offered to. */
        HEIR
    }

    private static final String DASHBOARD = "/dashboards/{dashboard}";
    private static final String ORGANIZATION = "/settings/organization";
    private static final String API_KEYS = "/settings/developer/api-keys";
    private static final String AUDIT_LOG = "/settings/audit-log";
    private static final String MEMBERS = "/settings/organization/members";
    private static final String ROLES = "/settings/organization/roles";
    private static final String BY_WEEK = "Revenue by week";
    private static final Set<Look> EVERY = EnumSet.allOf(Look.class);
    private static final Set<Look> TWO = EnumSet.of(Look.DESKTOP, Look.PHONE_DARK);

    static List<Scene> all() {
        return Stream.of(
                        pages(),
                        organization(),
                        banners(),
                        EntranceScenes.all(),
                        LoadingScenes.all(),
                        dashboard(),
                        opened(),
                        openedInTheOrganization())
                .flatMap(List::stream)
                .toList();
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

    private static List<Scene> organization() {
        return List.of(
                page("members", TEAM, MEMBERS),
                page("members-none-found", TEAM, MEMBERS + "?search=nobody"),
                page("invitations", TEAM, MEMBERS + "?tab=invitations"),
                page("invitations-none", MEMBER, MEMBERS + "?tab=invitations"),
                page("members-refused", VIEWER, MEMBERS),
                page("members-beyond-the-plan", MEMBER, MEMBERS),
                page("roles", TEAM, ROLES),
                page("roles-beyond-the-plan", MEMBER, ROLES),
                page("role", TEAM, ROLES + "/{role}"),
                page("role-built-in", TEAM, ROLES + "/analyst"),
                page("role-new", TEAM, ROLES + "/new"),
                page("organization", TEAM, ORGANIZATION),
                page("organization-of-the-owner", VIEWER, ORGANIZATION),
                page("billing", TEAM, "/settings/billing"),
                page("billing-of-the-owner", VIEWER, "/settings/billing"),
                page("audit-log", TEAM, AUDIT_LOG),
                page("audit-log-none-found", TEAM, AUDIT_LOG + "?to=2020-01-01"),
                page("audit-log-beyond-the-plan", MEMBER, AUDIT_LOG),
                page("api-keys", TEAM, API_KEYS),
                page("api-keys-none", NEWCOMER, API_KEYS));
    }

    private static List<Scene> banners() {
        return List.of(
                page("trial-ending", TRIAL_ENDING, "/dashboards"),
                page("sources-paused", PAUSED, "/sources"),
                page("organization-closing", CLOSING, "/dashboards"),
                page("organization-closed", LOCKED_OUT, "/dashboards"),
                page("organization-disabled", DISABLED, "/dashboards"),
                page("transfer-waiting", OFFERING, ORGANIZATION),
                page("transfer-offered", HEIR, "/dashboards"),
                open("transfer-accept", HEIR, "/dashboards", tab -> {
                    tab.button("Accept").click();
                    tab.dialog("Become the owner of “Analytical Engines”?").waitFor();
                }));
    }

    private static List<Scene> openedInTheOrganization() {
        return List.of(
                open(
                        "member-role",
                        TEAM,
                        MEMBERS,
                        tab -> tab.button("Role of Grace Hopper: Analyst").click()),
                open(
                        "member-menu",
                        TEAM,
                        MEMBERS,
                        tab -> tab.button("Menu of Grace Hopper").click()),
                open("member-remove", TEAM, MEMBERS, tab -> {
                    tab.button("Menu of Grace Hopper").click();
                    tab.menuItem("Remove").click();
                    tab.dialog("Remove Grace Hopper?").waitFor();
                }),
                open("invite", TEAM, MEMBERS, tab -> {
                    tab.button("Invite people").click();
                    tab.dialog("Invite people").waitFor();
                    tab.fill("E-mail addresses", "ada.king@example.org\nbyron@example.org");
                }),
                open("transfer", TEAM, ORGANIZATION, tab -> {
                    tab.button("Transfer").click();
                    tab.dialog("Transfer ownership").waitFor();
                }),
                open("close", TEAM, ORGANIZATION, tab -> {
                    tab.button("Delete").click();
                    tab.dialog("Delete “Analytical Engines”?").waitFor();
                }),
                open(
                        "audit-event",
                        TEAM,
                        AUDIT_LOG,
                        tab -> tab.button("Details: Changed the plan").click()),
                open("api-key-new", TEAM, API_KEYS, tab -> {
                    tab.button("New key").click();
                    tab.dialog("New API key").waitFor();
                    tab.field("Only these permissions").check();
                    tab.field("view_dashboard").check();
                }),
                open("api-key-shown", TEAM, API_KEYS, tab -> {
                    tab.button("New key").click();
                    tab.fill("Name", "Notebook").button("Make the key").click();
                    tab.dialog("Your new key").waitFor();
                }),
                open("api-key-revoke", TEAM, API_KEYS, tab -> {
                    tab.button("Revoke Nightly export").click();
                    tab.dialog("Revoke “Nightly export”?").waitFor();
                }),
                open("plan-change", TEAM, "/settings/billing", tab -> {
                    tab.button("Change to Free").click();
                    tab.dialog("Change to Free?").waitFor();
                }),
                open("role-delete", TEAM, ROLES + "/{role}", tab -> {
                    tab.button("Delete").click();
                    tab.dialog("Delete the role “Data steward”?").waitFor();
                }));
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
                open("upload-preview", "/sources", tab -> choose(tab, "sales.csv", Tenant.SALES)),
                open("upload-refused", "/sources", tab -> {
                    tab.expects(422, "/api/v1/data-sources/upload");
                    choose(tab, "paper.csv", "%PDF-1.7 and so on");
                    tab.button("Upload").click();
                    tab.button("Choose another file").waitFor();
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

    private static void choose(Tab tab, String name, String content) {
        tab.button("Add data").click();
        tab.dialog("Add data")
                .locator("input[type=file]")
                .setInputFiles(new FilePayload(name, "text/csv", content.getBytes(UTF_8)));
        tab.button("Upload").waitFor();
    }

    static Scene page(String name, Who who, String path) {
        return page(name, who, path, tab -> {});
    }

    static Scene page(String name, Who who, String path, Consumer<Tab> before) {
        return new Scene(name, who, path, EVERY, before, tab -> tab.settle());
    }

    private static Scene open(String name, String path, Consumer<Tab> opening) {
        return open(name, MEMBER, path, opening);
    }

    private static Scene open(String name, Who who, String path, Consumer<Tab> opening) {
        return new Scene(name, who, path, TWO, tab -> {}, tab -> {
            tab.settle();
            opening.accept(tab);
            tab.settle();
        });
    }

    private static DashboardPage of(Tab tab) {
        return new DashboardPage(tab);
    }

    /** Of those looks that this one differs from by its colours alone, the ones the scene has. */
    List<Look> looksLike(Look look) {
        return looks.stream().filter(each -> each.width() == look.width()).toList();
    }

    void opensIn(Tab tab, World world) {
        before.accept(tab);
        if (path.contains("#")) {
            // From one fragment of a page to another the browser loads nothing.
            tab.leaves();
        }
        tab.goTo(world.filled(path));
        opening.accept(tab);
    }
}
