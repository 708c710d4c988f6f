package io.claribi.journeys;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import io.claribi.access.Joining;
import io.claribi.journeys.Scene.Who;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every page that {@link Scene} knows, by light and in the dark, at a desk and on a phone: axe finds nothing against WCAG
 * 2.2 A and AA, nothing is wider than the screen, and a picture of it lies in {@code target/screenshots} to be judged.
 */
@JourneyTest
class EveryPageTest {
    private static final List<String> STANDARDS = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private static final List<String> OPENED = List.of("[role=dialog]", "[role=menu]");

    private final Joining joining;

    EveryPageTest(Joining joining) {
        this.joining = joining;
    }

    @ParameterizedTest
    @EnumSource
    void isAccessibleAndFitsTheScreen(Look look, Visitors visitors) {
        World world = World.in(visitors, joining);
        Map<Who, Tab> tabs = new EnumMap<>(Who.class);
        var softly = new SoftAssertions();
        for (Scene scene : Scene.all()) {
            if (!scene.looks().contains(look)) {
                continue;
            }
            Tab tab = tabs.computeIfAbsent(scene.who(), who -> world.admits(who, look, visitors));
            scene.opensIn(tab, world);

            tab.screenshot(scene.name() + "-" + look.label());
            softly.assertThat(widthOf(tab)).as("width of " + scene.name()).isLessThanOrEqualTo(look.width());
            softly.assertThat(violations(tab)).as(scene.name()).isEmpty();
        }
        softly.assertAll();
    }

    private static int widthOf(Tab tab) {
        return (int) tab.page().evaluate("() => document.documentElement.scrollWidth");
    }

    /** Of what has opened, if something has: what lies half hidden behind it can't be judged. */
    private static List<String> violations(Tab tab) {
        // All is in one frame; the other mode opens a page for its report.
        var axe = new AxeBuilder(tab.page()).withTags(STANDARDS).setLegacyMode(true);
        OPENED.stream()
                .filter(selector -> tab.page().locator(selector).count() > 0)
                .forEach(axe::include);
        return axe.analyze().getViolations().stream().map(EveryPageTest::words).toList();
    }

    private static String words(Rule rule) {
        return rule.getNodes().stream()
                .map(node -> "%s: %s\n  %s".formatted(node.getTarget(), node.getFailureSummary(), node.getHtml()))
                .collect(Collectors.joining("\n", "%s (%s)\n".formatted(rule.getId(), rule.getHelp()), ""));
    }
}
