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
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

@ServerTest
class SessionsTest {
    private final FakeClock clock = new FakeClock(Instant.now().truncatedTo(ChronoUnit.MICROS));
    private final Sessions sessions;
    private final AccountStore accounts;
    private final TestOrganizations organizations;
    private final IdentitySettings settings;
    private final SessionStore store;
    private final SessionSweep sweep;
    private final TransactionTemplate transaction;

    SessionsTest(
            SessionStore store,
            RefreshTokenStore tokens,
            ServerKey key,
            IdentitySettings settings,
            LiveSessions live,
            SecurityPolicies policies,
            SessionTrail trail,
            AccountStore accounts,
            TestOrganizations organizations,
            OrganizationWork work,
            TransactionTemplate transaction) {
        this.store = store;
        this.transaction = transaction;
        this.accounts = accounts;
        this.organizations = organizations;
        this.settings = settings;
        var sessionClock = new SessionClock(settings, clock);
        sweep = new SessionSweep(store, sessionClock, transaction);
        sessions = new Sessions(
                store,
                new RefreshChain(tokens, key, settings, sessionClock),
                live,
                new SessionTimes(policies, settings, sessionClock),
                trail,
                work);
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

    @Test
    void forgetsASessionAWeekAfterItWasOver() {
        Sessions.Grant grant = aSession();
        clock.advance(settings.sessionLife().plusDays(6));
        sweep.sweep();
        assertThat(find(grant)).isPresent();

        clock.advance(Duration.ofDays(2));
        sweep.sweep();

        assertThat(find(grant)).isEmpty();
    }

    private Optional<Session> find(Sessions.Grant grant) {
        return transaction.execute(status -> store.find(grant.session().id()));
    }

    private void assertEnded(RefreshToken token) {
        assertThatThrownBy(() -> sessions.refresh(token))
                .isInstanceOfSatisfying(
                        AppException.class, e -> assertThat(e.code()).isEqualTo(IdentityError.SESSION_ENDED));
    }

    private Sessions.Grant aSession() {
        OrganizationId organization = organizations.anOrganization();
        var account = new Account(
                AccountId.next(), new EmailAddress("a" + UUID.randomUUID() + "@example.org"), null, null, false);
        organizations.run(organization, () -> {
            accounts.insert(account, "$argon2id$nobody");
            accounts.insertAffiliation(account.id(), organization);
        });
        return sessions.logIn(new Accounts.Entrant(account, organization));
    }
}
