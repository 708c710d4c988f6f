package io.claribi.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claribi.kernel.AccountId;
import io.claribi.kernel.AppException;
import io.claribi.kernel.OrganizationId;
import io.claribi.tenancy.OrganizationWork;
import io.claribi.testing.FakeClock;
import io.claribi.testing.ServerTest;
import io.claribi.testing.TestOrganizations;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationEventPublisher;

@ServerTest
class SessionsTest {
    private final FakeClock clock = new FakeClock(Instant.now().truncatedTo(ChronoUnit.MICROS));
    private final Sessions sessions;
    private final AccountStore accounts;
    private final TestOrganizations organizations;
    private final IdentitySettings settings;

    SessionsTest(
            SessionStore store,
            ServerKey key,
            IdentitySettings settings,
            LiveSessions live,
            AccountStore accounts,
            TestOrganizations organizations,
            ApplicationEventPublisher events,
            OrganizationWork work) {
        this.accounts = accounts;
        this.organizations = organizations;
        this.settings = settings;
        var sessionClock = new SessionClock(settings, clock);
        sessions = new Sessions(
                store, new RefreshChain(store, key, settings, sessionClock), live, events, work, sessionClock);
    }

    @Test
    void answersALostAnswerWithTheSameSuccessorUntilTheGraceIsOver() {
        RefreshToken token = aSession().refreshToken();
        RefreshToken successor = sessions.refresh(token).refreshToken();

        clock.advance(settings.refreshGrace());

        assertThat(sessions.refresh(token).refreshToken()).isEqualTo(successor);
    }

    @Test
    void endsTheSessionWhenASpentTokenComesAfterTheGrace() {
        RefreshToken token = aSession().refreshToken();
        RefreshToken successor = sessions.refresh(token).refreshToken();

        clock.advance(settings.refreshGrace().plusMillis(1));

        assertEnded(token);
        assertEnded(successor);
    }

    @Test
    void endsASessionThatWasIdle() {
        RefreshToken token = aSession().refreshToken();

        clock.advance(settings.sessionIdle());

        assertEnded(token);
    }

    @Test
    void keepsASessionThatIsUsedUntilItsLifeIsOver() {
        RefreshToken token = aSession().refreshToken();
        Duration step = settings.sessionIdle().minusSeconds(1);
        Instant end = clock.instant().plus(settings.sessionLife());

        while (clock.instant().plus(step).isBefore(end)) {
            clock.advance(step);
            token = sessions.refresh(token).refreshToken();
        }
        clock.advance(step);

        assertEnded(token);
    }

    private void assertEnded(RefreshToken token) {
        assertThatThrownBy(() -> sessions.refresh(token))
                .isInstanceOfSatisfying(
                        AppException.class, e -> assertThat(e.code()).isEqualTo(IdentityError.SESSION_ENDED));
    }

    private Sessions.Grant aSession() {
        OrganizationId organization = organizations.anOrganization();
        var account =
                new Account(AccountId.next(), new EmailAddress("a" + UUID.randomUUID() + "@example.org"), null, null);
        organizations.run(organization, () -> {
            accounts.insert(account, "$argon2id$nobody");
            accounts.insertAffiliation(account.id(), organization);
        });
        return sessions.logIn(new Accounts.Entrant(account, organization));
    }
}
