package io.claribi.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import io.claribi.testing.Tenant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Being logged in, as one notices it: not at all. */
@JourneyTest
class SessionTest {
    private static final Duration LONGER_THAN_A_TOKEN_LIVES = Duration.ofMinutes(6);

    @Test
    void outlivesAReloadAndTheAccessToken(Visitors visitors) {
        Tab tab = visitors.member(visitors.tenant(), Look.DESKTOP).opens("/dashboards");

        tab.sees("Dashboards").reload().sees("Dashboards");
        tab.link("Data sources").click();
        tab.sees("Data sources").clockGoesOn(LONGER_THAN_A_TOKEN_LIVES);
        tab.link("Settings").click();

        tab.sees("Account");
    }

    @Test
    void isSharedByTabsThatRenewItAtTheSameTime(Visitors visitors) {
        Person ada = visitors.member(visitors.tenant(), Look.DESKTOP);
        List<Integer> renewals = new ArrayList<>();
        ada.context().onResponse(response -> renewals.addAll(renewal(response)));
        List<Tab> tabs = List.of(ada.opens("/dashboards"), ada.opens("/sources"), ada.opens("/settings/account"));
        tabs.forEach(Tab::settle);

        tabs.forEach(tab -> tab.clockGoesOn(LONGER_THAN_A_TOKEN_LIVES));
        // At once: each asks for data before any has an answer.
        tabs.forEach(tab -> tab.page().evaluate("() => { location.reload(); }"));
        tabs.get(0).sees("Dashboards");
        tabs.get(1).sees("Data sources");
        tabs.get(2).sees("Account");
        tabs.forEach(tab -> tab.reload().settle());

        assertThat(renewals).isNotEmpty().containsOnly(200);
    }

    private static List<Integer> renewal(Response response) {
        return response.url().endsWith("/api/v1/auth/refresh") ? List.of(response.status()) : List.of();
    }

    @Test
    void endsInEveryTabAtOnce(Visitors visitors) {
        Person ada = visitors.member(visitors.tenant(), Look.DESKTOP);
        Tab one = ada.opens("/dashboards").settle();
        Tab other = ada.opens("/sources").settle();

        one.logOut();

        one.sees("Log in");
        other.sees("Log in");
        other.goTo("/dashboards").sees("Log in");
    }

    @Test
    void leadsBackToWhereOneWantedToBe(Visitors visitors) {
        Tenant tenant = visitors.tenant();
        Tab tab = visitors.arrives().opens("/sources?tab=rows");

        tab.sees("Log in").logIn(tenant.email(), Tenant.PASSWORD);

        tab.sees("Data sources");
        assertThat(tab.path()).isEqualTo("/sources?tab=rows");
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example/", "/%09/evil.example/", "/.//evil.example/", "https://evil.example/"})
    void neverLeadsToAnotherSite(String next, Visitors visitors) {
        Tenant tenant = visitors.tenant();
        Tab tab = visitors.arrives().opens("/login?next=" + next);

        tab.logIn(tenant.email(), Tenant.PASSWORD).sees("Dashboards");

        assertThat(tab.path()).isEqualTo("/dashboards");
    }

    @Test
    void isRefusedWithoutTellingWhichOfTheTwoWasWrong(Visitors visitors) {
        Person stranger = visitors.arrives().expects(401, "/api/v1/auth/login");
        Tab tab = stranger.opens("/login");

        tab.logIn("nobody@example.org", "not the password");

        assertThat(tab.page().getByRole(AriaRole.ALERT)).containsText("The e-mail or the password is not right.");
        tab.screenshot("journey-refused");
    }
}
