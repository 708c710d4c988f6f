package io.claribi.journeys;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
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

    /** What depends on the colours: all else that axe judges is the same by light and in the dark. */
    private static final List<String> OF_COLOUR = List.of("color-contrast", "link-in-text-block");

    private static final List<String> OPENED = List.of("[role=dialog]", "[role=menu]");

    private final Backstage backstage;
    private final SoftAssertions softly = new SoftAssertions();

    EveryPageTest(Backstage backstage) {
        this.backstage = backstage;
    }

    /** @param screen in either light: a scene is opened in one and goes on in the other, every second one in the dark first */
    @ParameterizedTest
    @EnumSource(names = {"DESKTOP", "PHONE"})
    void isAccessibleAndFitsTheScreen(Look screen, Visitors visitors) {
        World world = World.in(visitors, backstage);
        Map<Who, Tab> tabs = new EnumMap<>(Who.class);
        boolean darkFirst = false;
        for (Scene scene : Scene.all()) {
            List<Look> looks = scene.looksLike(screen);
            darkFirst = !darkFirst;
            if (darkFirst) {
                looks = looks.reversed();
            }
            Tab tab = tabs.computeIfAbsent(scene.who(), who -> world.admits(who, screen, visitors));
            judge(scene, looks, tab, world);
        }
        softly.assertAll();
    }

    private void judge(Scene scene, List<Look> looks, Tab tab, World world) {
        for (Look look : looks) {
            boolean first = look == looks.getFirst();
            tab.inTheLightOf(look);
            if (first) {
                scene.opensIn(tab, world);
                softly.assertThat(widthOf(tab)).as("width of " + scene.name()).isLessThanOrEqualTo(look.width());
            } else {
                tab.drawn();
            }
            tab.screenshot(scene.name() + "-" + look.label());
            softly.assertThat(violations(tab, first))
                    .as(scene.name() + " " + look.label())
                    .isEmpty();
        }
        tab.answersAsEver();
    }

    private static int widthOf(Tab tab) {
        return (int) tab.page().evaluate("() => document.documentElement.scrollWidth");
    }

    /** Of what has opened, if something has: what lies half hidden behind it can't be judged. */
    private static List<String> violations(Tab tab, boolean all) {
        // All is in one frame; the other mode opens a page for its report.
        var axe = new AxeBuilder(tab.page()).setLegacyMode(true);
        if (all) {
            axe.withTags(STANDARDS);
        } else {
            axe.withRules(OF_COLOUR);
        }
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
