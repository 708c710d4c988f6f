package io.claribi.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A journey that hears nothing proves nothing. */
@JourneyTest
class ComplaintsTest {
    @Test
    void hearsWhatTheBrowserSays(Visitors visitors) {
        assertThat(heard(visitors, "() => console.error('it hurts')"))
                .singleElement()
                .asString()
                .contains("it hurts");
        assertThat(heard(visitors, "() => setTimeout(() => { throw new Error('broken') })"))
                .singleElement()
                .asString()
                .contains("broken");
    }

    @Test
    void hearsBreachesOfTheContentSecurityPolicy(Visitors visitors) {
        assertThat(heard(visitors, "() => document.body.setAttribute('style', 'color: red')"))
                .singleElement()
                .asString()
                .contains("Content Security Policy");
    }

    @Test
    void hearsRefusalsThatNobodyExpected(Visitors visitors) {
        assertThat(heard(visitors, "() => fetch('/api/v1/me').then(answer => answer.text())"))
                .singleElement()
                .asString()
                .startsWith("401: GET /api/v1/me {");
    }

    @Test
    void hearsWhenWhatIsExpectedDoesNotCome(Visitors visitors) {
        Person person = visitors.arrives().expects(404, "/api/v1/dashboards/");
        person.opens("/login").settle();

        assertThat(person.leave()).containsExactly("never came: 404 of /api/v1/dashboards/");
    }

    private static List<String> heard(Visitors visitors, String script) {
        Person person = visitors.arrives();
        Tab tab = person.opens("/login").settle();
        tab.page().evaluate(script);
        tab.page().evaluate("() => new Promise(done => setTimeout(done, 50))");
        return person.leave();
    }
}
