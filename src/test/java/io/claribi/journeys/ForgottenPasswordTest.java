package io.claribi.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.claribi.testing.Inbox;
import io.claribi.testing.Outbox;
import io.claribi.testing.Tenant;
import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.Test;

/** The way back in for who has forgotten the password, by a mail. */
@JourneyTest
class ForgottenPasswordTest {
    private static final String CHOSEN = "a quite new and fine password";

    @Test
    void isReplacedByAMailedLinkWhichEndsTheOldSessions(Visitors visitors) {
        Tenant tenant = visitors.tenant();
        Person before = visitors.member(tenant, Look.DESKTOP);
        Tab open = before.opens("/dashboards").sees("Dashboards");
        Person ada = visitors.arrives();
        Tab tab = ada.opens("/login");

        tab.fill("E-mail", tenant.email()).link("Forgot your password?").click();
        assertThat(tab.sees("Set a new password").field("E-mail")).hasValue(tenant.email());
        tab.button("Send the link").click();
        tab.sees("Look into your mail").screenshot("forgot-sent");

        MimeMessage mail = Outbox.ofAllServers().await(tenant.email(), "Reset your password");
        String link = "/reset#token=" + Inbox.token(mail);
        assertThat(Inbox.text(mail)).contains(link);
        tab.goTo(link)
                .sees("Set a new password")
                .fill("New password", CHOSEN)
                .button("Set the password")
                .click();
        tab.sees("Your password is set");
        assertThat(tab.path()).isEqualTo("/reset");

        before.expects(401, "/api/v1/data-sources").expects(401, "/api/v1/auth/refresh");
        open.link("Data sources").click();
        open.sees("Log in");

        ada.expects(401, "/api/v1/auth/login");
        tab.link("Log in").click();
        tab.sees("Log in").logIn(tenant.email(), Tenant.PASSWORD);
        assertThat(tab.text("The e-mail or the password is not right.")).isVisible();
        tab.fill("Password", CHOSEN).button("Log in").click();
        tab.sees("Dashboards");

        Person late = visitors.arrives().expects(422, "/api/v1/auth/password/reset");
        Tab again = late.opens(link).sees("Set a new password").fill("New password", CHOSEN + "!");
        again.button("Set the password").click();
        again.sees("This link does not work any more");
    }
}
