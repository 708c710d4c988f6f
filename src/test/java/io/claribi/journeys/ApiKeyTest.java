package io.claribi.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import io.claribi.planted.Planted;
import io.claribi.testing.Api;
import io.claribi.testing.Tenant;
import org.junit.jupiter.api.Test;

/** A key from its making on the page to its end, and what a program can do by it meanwhile. */
@JourneyTest
class ApiKeyTest {
    private static final String KEYS = "/settings/developer/api-keys";

    @Test
    void opensTheApiUntilItIsRevoked(Visitors visitors) {
        Tenant owner = visitors.tenant();
        Tab tab = visitors.member(owner, Look.DESKTOP)
                .opens(KEYS)
                .sees("API keys")
                .sees("No API keys");

        tab.button("New key").first().click();
        tab.fill("Name", "Nightly export");
        tab.field("Only these permissions").check();
        tab.field("view_dashboard").check();
        tab.button("Make the key").click();
        tab.dialog("Your new key").waitFor();
        Api program = owner.api()
                .as(Planted.plant(Planted.Kind.TOKEN, tab.field("The key").inputValue()));
        tab.field("I have stored it").check();
        tab.button("Done").click();

        assertThat(tab.button("Revoke Nightly export")).isVisible();
        program.get("/dashboards").expect(200);
        assertThat(program.get("/data-sources").json().path("permission").asString())
                .isEqualTo("view_data_sources");

        tab.button("Revoke Nightly export").click();
        Tab.named(tab.dialog("Revoke “Nightly export”?"), AriaRole.BUTTON, "Revoke")
                .click();
        assertThat(tab.text("The key is revoked")).isVisible();
        assertThat(program.get("/dashboards").status()).isEqualTo(401);
        tab.sees("No API keys");
    }
}
