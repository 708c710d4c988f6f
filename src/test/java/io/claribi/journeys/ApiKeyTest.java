package io.claribi.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import io.claribi.identity.SessionRows;
import io.claribi.planted.Planted;
import io.claribi.testing.Api;
import io.claribi.access.Joining;
import io.claribi.testing.Tenant;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A key from its making on the page to its end, and what a program can do by it meanwhile. */
@JourneyTest
class ApiKeyTest {
    private static final String KEYS = "/settings/developer/api-keys";

    private final SessionRows sessions;

    ApiKeyTest(SessionRows sessions) {
        this.sessions = sessions;
    }

    @Test
    void opensTheApiUntilItIsRevoked(Visitors visitors) {
        Tenant owner = visitors.tenant();
        Person person = visitors.member(owner, Look.DESKTOP);
        Tab tab = person.opens(KEYS).sees("API keys").sees("No API keys");
        sessions.confirmedAgo(Joining.account(owner), Duration.ofMinutes(11));

        tab.button("New key").first().click();
        tab.fill("Name", "Nightly export");
        tab.field("Only these permissions").check();
        tab.field("view_dashboard").check();
        person.expects(403, "/api/v1/api-keys");
        tab.button("Make the key").click();
        tab.dialog("Confirm that it is you").waitFor();
        tab.fill("Password", Tenant.PASSWORD).button("Confirm").click();
        tab.dialog("Your new key").waitFor();
        Api program = owner.api().as(Planted.plant(Planted.Kind.TOKEN, tab.field("The key").textContent()));
        tab.field("I have stored it").check();
        tab.button("Done").click();

        assertThat(tab.button("Revoke Nightly export")).isVisible();
        program.get("/dashboards").expect(200);
        assertThat(program.get("/data-sources").json().path("permission").asString()).isEqualTo("view_data_sources");

        tab.button("Revoke Nightly export").click();
        Tab.named(tab.dialog("Revoke “Nightly export”?"), AriaRole.BUTTON, "Revoke").click();
        assertThat(tab.text("The key is revoked")).isVisible();
        assertThat(program.get("/dashboards").status()).isEqualTo(401);
        tab.sees("No API keys");
    }
}
