package io.claribi.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import io.claribi.testing.Tenant;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** Passkeys with the browser's own authenticator, a virtual one that is always touched by the right finger. */
@JourneyTest
@TestPropertySource(properties = "claribi.plans.signup=professional")
class PasskeyJourneyTest {
    @Test
    void isAddedThenLogsInAloneAfterThePasswordAndBySuggestionAndIsRemoved(Visitors visitors) {
        Tenant tenant = visitors.tenant();
        Person ada = visitors.member(tenant, Look.DESKTOP);
        Tab tab = ada.opens("/settings/security");
        plugInAuthenticator(ada, tab);

        tab.sees("Security");
        tab.button("Add a passkey").click();
        tab.field("Name").fill("Work laptop");
        tab.screenshot("passkey-add");
        tab.button("Continue").click();
        assertThat(tab.text("The passkey is added. Your other sessions are logged out."))
                .isVisible();
        assertThat(tab.button("Remove Work laptop")).isVisible();
        tab.screenshot("passkeys");

        suggests(tab, false);
        tab.logOut();
        tab.screenshot("log-in-passkey");
        tab.button("Use a passkey").click();
        tab.sees("Dashboards");

        tab.logOut();
        tab.field("E-mail").fill(tenant.email());
        tab.field("Password").fill(Tenant.PASSWORD);
        tab.page().keyboard().press("Enter");
        assertThat(tab.heading("Two-step verification")).isVisible();
        tab.screenshot("second-step-passkey");
        tab.button("Use a passkey").click();
        tab.sees("Dashboards");

        suggests(tab, true);
        tab.page().waitForResponse(PasskeyJourneyTest::isLogIn, tab::logOut);
        tab.sees("Dashboards");
        tab.goTo("/settings/security").sees("Security");

        tab.button("Remove Work laptop").click();
        Tab.named(tab.dialog("Remove Work laptop?"), AriaRole.BUTTON, "Remove").click();
        assertThat(tab.text("You have none yet.")).isVisible();
    }

    /** Whether the browser suggests passkeys by itself; the virtual authenticator then picks one at once. */
    private static void suggests(Tab tab, boolean does) {
        tab.page().evaluate("""
                does => {
                  globalThis.real ??= PublicKeyCredential.isConditionalMediationAvailable;
                  PublicKeyCredential.isConditionalMediationAvailable = does ? globalThis.real : async () => false;
                }
                """, does);
    }

    private static boolean isLogIn(Response response) {
        return response.url().endsWith("/api/v1/auth/passkey");
    }

    private static void plugInAuthenticator(Person person, Tab tab) {
        CDPSession browser = person.context().newCDPSession(tab.page());
        browser.send("WebAuthn.enable");
        var options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        var authenticator = new JsonObject();
        authenticator.add("options", options);
        browser.send("WebAuthn.addVirtualAuthenticator", authenticator);
    }
}
