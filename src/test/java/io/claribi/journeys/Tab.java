package io.claribi.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A page of clariBI on a screen. What is on it is found as people find it, by its role and its name; names are matched
 * whole.
 */
final class Tab {
    private static final int MOST_STOPS = 100;
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private static final String LOADING =
            "[aria-busy=true], [role=status][aria-label^=Loading], .mantine-Skeleton-root";

    /** Nothing is loading, the fonts are there, and each chart has been drawn. */
    private static final String SETTLED = """
            () => document.fonts.status === 'loaded'
              && document.querySelector('%s') === null
              && document.querySelector('h1') !== null
              && [...document.querySelectorAll('article [role=img] > div')].every(chart => chart.querySelector('canvas') !== null)
            """.formatted(LOADING);

    private final Person person;
    private final Page page;
    private final String address;
    private final Look look;

    Tab(Person person, Page page, String address, Look look) {
        this.person = person;
        this.page = page;
        this.address = address;
        this.look = look;
    }

    Tab goTo(String path) {
        page.navigate(address + path);
        return this;
    }

    Tab leaves() {
        page.navigate("about:blank");
        return this;
    }

    Tab reload() {
        page.reload();
        return this;
    }

    /** The path with its query, as the address bar shows it. */
    String path() {
        return page.url().substring(address.length());
    }

    Locator heading(String name) {
        return named(page.locator(":root"), AriaRole.HEADING, name);
    }

    Locator button(String name) {
        return named(page.locator(":root"), AriaRole.BUTTON, name);
    }

    Locator link(String name) {
        return named(page.locator(":root"), AriaRole.LINK, name);
    }

    Locator field(String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }

    Locator dialog(String name) {
        return named(page.locator(":root"), AriaRole.DIALOG, name);
    }

    Locator menuItem(String name) {
        return named(page.locator(":root"), AriaRole.MENUITEM, name);
    }

    Locator text(String text) {
        return page.getByText(text, new Page.GetByTextOptions().setExact(true));
    }

    static Locator named(Locator within, AriaRole role, String name) {
        return within.getByRole(
                role, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    Tab fill(String label, String value) {
        field(label).fill(value);
        return this;
    }

    Tab press(String key) {
        page.keyboard().press(key);
        return this;
    }

    /** Types into what has the focus, key by key. */
    Tab type(String text) {
        page.keyboard().type(text);
        return this;
    }

    /** Goes on by the Tab key until it has the focus. */
    Tab walkTo(Locator target) {
        target.waitFor();
        for (int stops = 0; stops < MOST_STOPS; stops++) {
            if ((boolean) target.evaluate("element => element === document.activeElement")) {
                return this;
            }
            press("Tab");
        }
        throw new AssertionError("No way by the keyboard to " + target);
    }

    /** What has the focus, as its tag and name. */
    String focused() {
        return (String) page.evaluate("""
                () => {
                  const { tagName, ariaLabel, textContent } = document.activeElement;
                  return tagName === 'BODY' ? tagName : `${tagName} ${ariaLabel ?? textContent}`;
                }
                """);
    }

    /** Whether what has the focus is on the screen and marked: by an outline, or a field by its border's glow. */
    boolean focusIsVisible() {
        return (boolean) page.evaluate("""
                () => {
                  const element = document.activeElement;
                  const box = element.getBoundingClientRect();
                  const style = getComputedStyle(element);
                  const marked = (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1)
                    || style.boxShadow !== 'none';
                  return marked && box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight
                    && box.right > 0 && box.left < innerWidth;
                }
                """);
    }

    /** For the pages of this tab it is so much later from now on; timers don't run for it. */
    Tab clockGoesOn(Duration time) {
        page.clock().setSystemTime(System.currentTimeMillis() + time.toMillis());
        return this;
    }

    /** Fills and sends the form of a new account. */
    Tab register(String firstName, String lastName, String organization, String email) {
        fill("First name", firstName).fill("Last name", lastName).fill("Organization", organization);
        fill("E-mail", email).fill("Password", io.claribi.testing.Tenant.PASSWORD);
        button("Create account").click();
        return this;
    }

    Tab logIn(String email, String password) {
        fill("E-mail", email).fill("Password", password);
        button("Log in").click();
        return this;
    }

    Tab openPersonMenu() {
        if (look.isPhone()) {
            button("Open navigation").click();
        }
        page.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Account"))
                .getByRole(AriaRole.BUTTON)
                .click();
        return this;
    }

    Tab logOut() {
        openPersonMenu().menuItem("Log out").click();
        return this;
    }

    Tab sees(String heading) {
        assertThat(heading(heading)).isVisible();
        return this;
    }

    /** Waits until nothing on the page is on its way any more. */
    Tab settle() {
        page.waitForFunction(SETTLED);
        return drawn();
    }

    /** Waits until what has changed is on the screen. */
    Tab drawn() {
        page.evaluate("() => new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))");
        return this;
    }

    /** Waits until the page says that it waits. */
    Tab waits() {
        page.locator(LOADING).first().waitFor();
        page.waitForFunction("() => document.fonts.status === 'loaded'");
        return drawn();
    }

    /** By day or by night, as the look has it. */
    Tab inTheLightOf(Look look) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(look.scheme()));
        return this;
    }

    /** As {@link Person#expects}. */
    Tab expects(int status, String path) {
        person.expects(status, path);
        return this;
    }

    /** What the page asks there has this answer from now on. */
    Tab answers(String path, String json) {
        page.route(
                address + path,
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("application/json")
                        .setBody(json)));
        return this;
    }

    /** What the page asks there has no answer from now on. */
    Tab waitsFor(String path) {
        page.route(address + path, route -> {});
        return this;
    }

    /** Nothing is held back or made up any more. */
    Tab answersAsEver() {
        page.unrouteAll();
        return this;
    }

    /** Drags a file from the desktop onto the element and lets it go there, by the mouse, as trusted as a person's. */
    Tab drop(Path file, Locator target) {
        target.scrollIntoViewIfNeeded();
        BoundingBox box = target.boundingBox();
        CDPSession devTools = page.context().newCDPSession(page);
        for (String type : new String[] {"dragEnter", "dragOver", "drop"}) {
            devTools.send("Input.dispatchDragEvent", drag(type, file, box.x + box.width / 2, box.y + box.height / 2));
        }
        devTools.detach();
        return this;
    }

    private static JsonObject drag(String type, Path file, double x, double y) {
        var files = new com.google.gson.JsonArray();
        files.add(file.toAbsolutePath().toString());
        var data = new JsonObject();
        data.add("items", new com.google.gson.JsonArray());
        data.add("files", files);
        data.addProperty("dragOperationsMask", 1);
        var event = new JsonObject();
        event.addProperty("type", type);
        event.addProperty("x", x);
        event.addProperty("y", y);
        event.add("data", data);
        return event;
    }

    /** What is downloaded when this is done, and under which name. */
    Downloaded download(Runnable action) {
        Download download = page.waitForDownload(action);
        try {
            return new Downloaded(download.suggestedFilename(), Files.readAllBytes(download.path()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    record Downloaded(String name, byte[] content) {
        String text() {
            return new String(content, java.nio.charset.StandardCharsets.UTF_8);
        }
    }

    /** The whole page, as {@code target/screenshots/NAME.png}. */
    Tab screenshot(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve(name + ".png"))
                .setFullPage(true));
        return this;
    }

    /** What is on the screen without scrolling, as {@code target/screenshots/NAME.png}. */
    Tab picture(String name) {
        page.mouse().move(0, 0);
        page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")));
        return this;
    }

    Look look() {
        return look;
    }

    /** For what has no word here yet. */
    Page page() {
        return page;
    }

    /** Hears what the browser has said up to now. */
    void catchUp() {
        if (!page.isClosed()) {
            page.waitForTimeout(0);
        }
    }
}
