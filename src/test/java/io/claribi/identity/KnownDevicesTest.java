package io.claribi.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.claribi.kernel.AccountId;
import io.claribi.kernel.WorkContext;
import io.claribi.secrets.Secret;
import io.claribi.testing.FakeClock;
import io.claribi.testing.ServerTest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

@ServerTest
class KnownDevicesTest {
    private static final WorkContext HOME = from("192.0.2.7", "reporter/1.4 (Linux)");

    private final FakeClock clock = new FakeClock(Instant.now().truncatedTo(ChronoUnit.MICROS));
    private final List<Object> told = new ArrayList<>();
    private final AccountStore accounts;
    private final KnownDeviceStore store;
    private final KnownDevices devices;
    private final LogInSweep sweep;
    private final TransactionTemplate transaction;

    KnownDevicesTest(
            AccountStore accounts,
            KnownDeviceStore store,
            FailureStore failures,
            PendingLogInStore pending,
            ServerKey key,
            IdentitySettings identity,
            ThrottleSettings throttle,
            TransactionTemplate transaction) {
        this.accounts = accounts;
        this.store = store;
        this.transaction = transaction;
        var sessionClock = new SessionClock(identity, clock);
        devices = new KnownDevices(store, key, sessionClock, told::add, transaction);
        sweep = new LogInSweep(failures, store, pending, throttle, sessionClock, transaction);
    }

    @Test
    void saysNothingOfTheFirstDeviceAndTellsOfTheSecond() {
        Account account = anAccount();
        Secret first = browser(account, null);
        assertThat(told).isEmpty();

        Secret second = HOME.call(() -> browser(account, null));

        assertThat(told)
                .containsExactly(new NewDeviceSeen(account, clock.instant(), "192.0.2.7", "reporter/1.4 (Linux)"));
        browser(account, first);
        browser(account, second);
        assertThat(told).hasSize(1);
    }

    @Test
    void knowsAProgramByItsNameAndNetworkWhateverItsVersion() {
        Account account = anAccount();
        browser(account, null);
        program(account, HOME);
        assertThat(told).hasSize(1);

        program(account, HOME);
        program(account, from("192.0.2.200", "reporter/2.0 (Linux)"));
        assertThat(told).hasSize(1);

        program(account, from("192.0.2.7", "curl/8.0"));
        program(account, from("198.51.100.7", "reporter/1.4 (Linux)"));
        assertThat(told).hasSize(3);
    }

    @Test
    void doesNotTakeABrowserForAProgramOfTheSameName() {
        Account account = anAccount();
        program(account, HOME);

        HOME.call(() -> browser(account, null));

        assertThat(told).hasSize(1);
    }

    @Test
    void givesAProgramThatTakesCookiesOneAndKnowsItWithoutToo() {
        Account account = anAccount();
        browser(account, null);
        var withoutCookie = new Device(null, false, true);

        Optional<Secret> cookie = HOME.call(() -> remember(account, withoutCookie));
        HOME.call(() -> remember(account, withoutCookie));

        assertThat(told).hasSize(1);
        assertThat(devices.subject(account.id(), new Device(cookie.orElseThrow(), false, true)))
                .isPresent();
    }

    @Test
    void countsFailuresApartForDevicesKnownByACookieAlone() {
        Account account = anAccount();
        program(account, HOME);
        Secret cookie = browser(account, null);

        assertThat(HOME.call(() -> devices.subject(account.id(), new Device(null, false, false))))
                .isEmpty();
        assertThat(devices.subject(account.id(), new Device(cookie, true, true)))
                .isPresent();
        assertThat(devices.subject(anAccount().id(), new Device(cookie, true, true)))
                .isEmpty();
        assertThat(devices.subject(account.id(), new Device(Secret.of("nonsense"), true, true)))
                .isEmpty();
    }

    @Test
    void forgetsAllOfAnAccountAtOnce() {
        Account account = anAccount();
        Secret cookie = browser(account, null);

        transaction.executeWithoutResult(status -> devices.forgetAll(account.id()));

        assertThat(devices.subject(account.id(), new Device(cookie, true, true)))
                .isEmpty();
    }

    @Test
    void doesNotLetAProgramThatDropsItsCookiesDisplaceABrowser() {
        Account account = anAccount();
        Secret cookie = browser(account, null);

        for (int number = 0; number < 40; number++) {
            clock.advance(Duration.ofHours(1));
            HOME.call(() -> remember(account, new Device(null, false, true)));
        }

        assertThat(devices.subject(account.id(), new Device(cookie, true, true)))
                .isPresent();
    }

    @Test
    void forgetsADeviceThatWasNotSeenForAsLongAsItsCookieLives() {
        Account account = anAccount();
        Secret cookie = browser(account, null);
        clock.advance(KnownDevices.REMEMBERED);
        sweep.sweep();
        assertThat(devices.subject(account.id(), new Device(cookie, true, true)))
                .isPresent();

        clock.advance(Duration.ofMillis(1));
        sweep.sweep();

        assertThat(devices.subject(account.id(), new Device(cookie, true, true)))
                .isEmpty();
    }

    private Secret browser(Account account, @org.jspecify.annotations.Nullable Secret cookie) {
        return remember(account, new Device(cookie, true, true)).orElseThrow();
    }

    private void program(Account account, WorkContext from) {
        assertThat(from.call(() -> remember(account, new Device(null, false, false))))
                .isEmpty();
    }

    private Optional<Secret> remember(Account account, Device device) {
        return transaction.execute(status -> devices.remember(account, device));
    }

    private Account anAccount() {
        var account = new Account(
                AccountId.next(), new EmailAddress("a" + UUID.randomUUID() + "@example.org"), null, null, false);
        transaction.executeWithoutResult(status -> accounts.insert(account, "$argon2id$nobody"));
        return account;
    }

    private static WorkContext from(String ip, String userAgent) {
        return WorkContext.ofRequest(WorkContext.newTraceId(), ip, userAgent);
    }
}
