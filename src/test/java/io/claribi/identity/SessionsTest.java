package io.claribi.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claribi.kernel.AccountId;
import io.claribi.kernel.AppException;
import io.claribi.kernel.OrganizationId;
import io.claribi.kernel.WorkContext;
import io.claribi.tenancy.OrganizationWork;
import io.claribi.testing.FakeClock;
import io.claribi.testing.ServerTest;
import io.claribi.testing.TestOrganizations;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
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
    private final SessionRows rows;
    private final SessionSweep sweep;
    private final TransactionTemplate transaction;

    SessionsTest(
            SessionStore store,
            SessionRows rows,
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
        this.rows = rows;
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

    /** Whoever refreshes with whatever token they have seen, at whatever moment, one after the other. */
    @RepeatedTest(15)
    void neverHasTwoLivingSuccessors(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        Sessions.Grant grant = aSession();
        var seen = new ArrayList<>(List.of(grant.refreshToken()));

        for (int step = 0; step < 20; step++) {
            clock.advance(Duration.ofMillis(random.nextInt(3) * 6_000L));
            // Mostly the newest, as a client does; else any, as a thief or a tab that slept.
            RefreshToken token = random.nextInt(4) > 0 ? seen.getLast() : seen.get(random.nextInt(seen.size()));
            Optional<RefreshToken> next = tried(token);

            assertThat(rows.unspentTokens(grant.session().id())).isEqualTo(next.isPresent() ? 1 : 0);
            if (next.isEmpty()) {
                assertThat(seen).allSatisfy(spent -> assertThat(tried(spent)).isEmpty());
                return;
            }
            seen.add(next.get());
        }
    }

    /** The same with everybody at once. */
    @RepeatedTest(5)
    void neverHasTwoLivingSuccessorsOfManyAtOnce(RepetitionInfo repetition) throws Exception {
        Sessions.Grant grant = aSession();
        var seen = new ConcurrentLinkedDeque<>(List.of(grant.refreshToken()));

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int client = 0; client < 8; client++) {
                var random = new Random(100 * repetition.getCurrentRepetition() + client);
                threads.submit(() -> {
                    for (int step = 0; step < 6; step++) {
                        var known = List.copyOf(seen);
                        tried(random.nextBoolean() ? known.getLast() : known.get(random.nextInt(known.size())))
                                .ifPresent(seen::addLast);
                    }
                });
            }
        }

        assertThat(rows.unspentTokens(grant.session().id())).isLessThanOrEqualTo(1);
        boolean alive = find(grant).isPresent();
        assertThat(rows.unspentTokens(grant.session().id())).isEqualTo(alive ? 1 : 0);
    }

    @Test
    void givesNothingToARefreshThatMeetsARevocation() throws Exception {
        Sessions.Grant grant = aSession();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.submit(() -> tried(grant.refreshToken()));
            threads.submit(() -> transaction.executeWithoutResult(
                    status -> sessions.endAll(grant.session().account(), SessionEnd.PASSWORD_RESET)));
        }

        assertThat(find(grant)).isEmpty();
        assertThat(rows.unspentTokens(grant.session().id())).isZero();
        assertEnded(grant.refreshToken());
    }

    @Test
    void goesOnUntilTheMomentBeforeTheIdleTimeout() {
        RefreshToken token = aSession().refreshToken();

        clock.advance(settings.sessionIdle().minus(1, ChronoUnit.MICROS));

        assertThat(tried(token)).isPresent();
    }

    @Test
    void countsARefreshThatNobodyAskedForAsNoUse() {
        RefreshToken token = aSession().refreshToken();
        clock.advance(settings.sessionIdle().minusSeconds(1));

        RefreshToken next = WorkContext.current()
                .unattended()
                .call(() -> sessions.refresh(token).refreshToken());
        clock.advance(Duration.ofSeconds(1));

        assertEnded(next);
    }

    @Test
    void endsWhatAnAccountHasUsedLeastWhenItHasTooMany() {
        Sessions.Grant first = aSession();
        Sessions.Grant second = another(first);
        clock.advance(Duration.ofSeconds(1));
        RefreshToken used = sessions.refresh(first.refreshToken()).refreshToken();
        for (int more = 2; more < Sessions.MOST; more++) {
            another(first);
        }
        assertThat(find(second)).isPresent();

        another(first);

        assertThat(find(second)).isEmpty();
        assertThat(tried(used)).isPresent();
    }

    private Sessions.Grant another(Sessions.Grant grant) {
        return organizations.call(
                grant.session().organization(),
                () -> sessions.begin(new Accounts.Entrant(
                        accounts.find(grant.session().account()).orElseThrow(),
                        grant.session().organization())));
    }

    private Optional<RefreshToken> tried(RefreshToken token) {
        try {
            return Optional.of(sessions.refresh(token).refreshToken());
        } catch (AppException e) {
            assertThat(e.code()).isEqualTo(IdentityError.SESSION_ENDED);
            return Optional.empty();
        }
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
