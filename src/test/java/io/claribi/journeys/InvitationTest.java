package io.claribi.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import io.claribi.testing.Inbox;
import io.claribi.testing.Outbox;
import io.claribi.testing.Tenant;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** How somebody comes into an organization, what they may do there from one moment to the next, and how they go. */
@JourneyTest
class InvitationTest {
    private static final String MEMBERS = "/settings/organization/members";
    private final String email = "mary.%s@example.org".formatted(UUID.randomUUID());

    @Test
    void leadsIntoTheOrganizationUntilOneIsRemoved(Visitors visitors) {
        Tenant owner = Team.onAPlanForMany(visitors.tenant());
        Tab desk = visitors.member(owner, Look.DESKTOP).opens(MEMBERS);

        invite(desk.sees("Members"));
        Person mary = visitors.arrives();
        Tab hers = accept(mary.opens("/accept-invitation#token=" + mailedToken()));
        assertThat(hers.button("Add data")).isHidden();

        give(desk, "Viewer", "Analyst");
        assertThat(hers.reload().sees("Dashboards").button("Add data")).isVisible();

        give(desk, "Analyst", "Viewer");
        mary.expects(403, "/api/v1/data-sources/upload");
        upload(hers);
        assertThat(hers.page().getByText("upload_files")).isVisible();
        hers.press("Escape");
        assertThat(hers.button("Add data")).isHidden();

        remove(desk);
        mary.expects(401, "/api/v1/");
        hers.link("Data sources").click();
        hers.sees("Log in");
    }

    @Test
    void doesNotWorkOnceItIsWithdrawn(Visitors visitors) {
        Tenant owner = Team.onAPlanForMany(visitors.tenant());
        Tab desk = visitors.member(owner, Look.PHONE).opens(MEMBERS);
        invite(desk.sees("Members"));
        String token = mailedToken();

        desk.goTo(MEMBERS + "?tab=invitations")
                .button("Withdraw the invitation of " + email)
                .click();
        Tab.named(desk.dialog("Withdraw the invitation of %s?".formatted(email)), AriaRole.BUTTON, "Withdraw")
                .click();
        desk.sees("No open invitations");

        visitors.arrives(Look.PHONE)
                .expects(404, "/api/v1/auth/invitations/look")
                .opens("/accept-invitation#token=" + token)
                .sees("This invitation does not work");
    }

    private void invite(Tab desk) {
        desk.button("Invite people").click();
        desk.fill("E-mail addresses", email);
        desk.field("Role").selectOption("viewer");
        desk.button("Invite").click();
        assertThat(desk.text("An invitation is on its way to " + email)).isVisible();
    }

    private String mailedToken() {
        return Inbox.token(Outbox.ofAllServers().await(email, "You are invited to Analytical Engines"));
    }

    private static Tab accept(Tab tab) {
        tab.sees("Join Analytical Engines")
                .fill("First name", "Mary")
                .fill("Last name", "Somerville")
                .fill("Password", Tenant.PASSWORD);
        tab.button("Create account and join").click();
        return tab.sees("Dashboards");
    }

    private static void give(Tab desk, String before, String after) {
        desk.goTo(MEMBERS).button("Role of Mary Somerville: " + before).click();
        desk.menuItem(after).click();
        assertThat(desk.button("Undo")).isVisible();
    }

    private static void upload(Tab tab) {
        tab.button("Add data").click();
        tab.dialog("Add data")
                .locator("input[type=file]")
                .setInputFiles(new FilePayload("sales.csv", "text/csv", Tenant.SALES.getBytes(StandardCharsets.UTF_8)));
        tab.button("Upload").click();
    }

    private static void remove(Tab desk) {
        desk.goTo(MEMBERS).button("Menu of Mary Somerville").click();
        desk.menuItem("Remove").click();
        Tab.named(desk.dialog("Remove Mary Somerville?"), AriaRole.BUTTON, "Remove")
                .click();
        assertThat(desk.text("Mary Somerville is removed")).isVisible();
    }
}
