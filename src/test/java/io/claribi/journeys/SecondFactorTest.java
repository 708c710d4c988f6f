package io.claribi.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.claribi.testing.Authenticator;
import io.claribi.testing.Tenant;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** Two-step verification from the first account to a lost phone, set up without a mouse. */
@JourneyTest
@TestPropertySource(properties = "claribi.plans.signup=professional")
class SecondFactorTest {
    private static final String WIZARD = "Set up two-step verification";

    @Test
    void isEnrolledByKeyboardThenAskedForWithAppAndBackupCodesEachOnce(Visitors visitors) {
        String email = Visitors.newAddress("hedy");
        Person hedy = visitors.arrives();
        Tab tab = hedy.opens("/register");
        tab.register("Hedy", "Lamarr", "Frequency Hopping", email).sees("Dashboards");

        Authenticator app = beginEnrolment(tab);
        List<String> backupCodes = finishEnrolment(tab, app);

        tab.logOut();
        tab.logIn(email, Tenant.PASSWORD);
        assertThat(tab.field("Code from your authenticator app")).isFocused();
        tab.screenshot("second-step");
        tab.type(app.code()).sees("Dashboards");

        tab.logOut();
        tab.logIn(email, Tenant.PASSWORD);
        giveBackupCode(tab, backupCodes.get(0));
        tab.sees("Dashboards");

        Person elsewhere = visitors.arrives().expects(401, "/api/v1/auth/mfa");
        Tab other = elsewhere.opens("/login");
        other.logIn(email, Tenant.PASSWORD);
        giveBackupCode(other, backupCodes.get(0));
        assertThat(other.page().getByRole(AriaRole.ALERT)).containsText("That is none of your unused backup codes.");
        other.screenshot("second-step-refused");
        other.fill("Backup code", backupCodes.get(1)).press("Enter").sees("Dashboards");

        revokeTheOther(tab);
        elsewhere.expects(401, "/api/v1/data-sources").expects(401, "/api/v1/auth/refresh");
        other.link("Data sources").click();
        other.sees("Log in");
        tab.reload().sees("Security");
    }

    /** From the settings to the app's picture and key; returns an app that has been told the key. */
    private static Authenticator beginEnrolment(Tab tab) {
        tab.goTo("/settings/security").sees("Security");
        tab.walkTo(tab.link("Set up")).press("Enter").sees(WIZARD);
        tab.walkTo(tab.field("Password")).type(Tenant.PASSWORD).press("Enter");
        assertThat(tab.heading("Add clariBI to your authenticator app")).isFocused();
        tab.settle().screenshot("mfa-app");
        return new Authenticator(tab.page().locator("code").innerText().replace(" ", ""), Clock.systemUTC());
    }

    private static List<String> finishEnrolment(Tab tab, Authenticator app) {
        tab.walkTo(tab.field("Code from the app"));
        // The last step's code is good too, and leaves this step's for the log-in: none is good twice.
        awaitTimeToType();
        tab.type(app.code(Authenticator.STEP.negated()));
        assertThat(tab.heading("Keep your backup codes")).isFocused();
        tab.settle().screenshot("mfa-codes");
        Locator codes = Tab.named(tab.page().locator("main"), AriaRole.LIST, "Backup codes");
        List<String> backupCodes = codes.getByRole(AriaRole.LISTITEM).allInnerTexts();
        assertThat(backupCodes).hasSize(10).doesNotHaveDuplicates();

        tab.walkTo(tab.button("Finish")).press("Enter");
        assertThat(tab.text("Store the codes first, then say so here.")).isVisible();
        tab.walkTo(tab.field("I have stored them")).press("Space");
        tab.walkTo(tab.button("Finish")).press("Enter");
        assertThat(tab.heading("Two-step verification is on")).isFocused();
        tab.walkTo(tab.button("Go on")).press("Enter").sees("Security");
        assertThat(tab.text("10 backup codes are left.")).isVisible();
        return backupCodes.stream().map(String::strip).toList();
    }

    /** A code is good until the step after its own is over. */
    private static void awaitTimeToType() {
        Awaitility.await().atMost(Authenticator.STEP).until(() -> {
            long elapsed = Clock.systemUTC().millis() % Authenticator.STEP.toMillis();
            return elapsed < Authenticator.STEP.minus(Duration.ofSeconds(10)).toMillis();
        });
    }

    private static void giveBackupCode(Tab tab, String code) {
        tab.button("Use a backup code").click();
        tab.fill("Backup code", code).press("Enter");
    }

    private static void revokeTheOther(Tab tab) {
        tab.goTo("/settings/security").sees("Security");
        assertThat(tab.text("8 backup codes are left.")).isVisible();
        Locator others = tab.page().getByRole(AriaRole.BUTTON, byName("Log out Chrome"));
        assertThat(others).hasCount(1);
        tab.settle().screenshot("sessions");
        others.click();
        assertThat(tab.text("That session is logged out")).isVisible();
        assertThat(tab.text("You are logged in nowhere else.")).isVisible();
    }

    private static Page.GetByRoleOptions byName(String beginning) {
        return new Page.GetByRoleOptions().setName(beginning);
    }
}
