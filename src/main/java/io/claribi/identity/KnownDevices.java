package io.claribi.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.claribi.identity.KnownDeviceStore.Kind;
import io.claribi.kernel.AccountId;
import io.claribi.kernel.WorkContext;
import io.claribi.secrets.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The devices that accounts were logged in to from. A browser is known by a cookie that it got then (OWASP, Slow Down
 * Online Guessing Attacks with Device Cookies). The cookie opens nothing: its holder may still try while strangers are
 * locked out, under a count of its own. A program without cookies is known by its name and its network. That is easy to
 * imitate, so it only spares the account's owner a notice at each log-in.
 */
@Component
class KnownDevices {
    /** As long as browsers keep a cookie at most. */
    static final Duration REMEMBERED = Duration.ofDays(400);

    private final KnownDeviceStore store;
    private final ServerKey key;
    private final SessionClock clock;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    KnownDevices(
            KnownDeviceStore store,
            ServerKey key,
            SessionClock clock,
            ApplicationEventPublisher events,
            TransactionTemplate transaction) {
        this.store = store;
        this.key = key;
        this.clock = clock;
        this.events = events;
        this.transaction = transaction;
    }

    /** What failures at the account from this device are counted under; empty if the account doesn't know its cookie. */
    Optional<String> subject(AccountId account, Device device) {
        return token(device)
                .map(OpaqueToken::hash)
                .filter(mark -> transaction.<Boolean>execute(status -> store.knows(account, mark)))
                .map(mark -> subject(account, mark));
    }

    /** What failures at the account from all devices that it knows are counted under. */
    List<String> subjects(AccountId account) {
        return store.listMarks(account).stream()
                .map(mark -> subject(account, mark))
                .toList();
    }

    private static String subject(AccountId account, byte[] mark) {
        return "%s from %s".formatted(account.value(), HexFormat.of().formatHex(mark));
    }

    /**
     * Remembers the device of a log-in in the transaction of the moment, and tells of one that is new to an account that
     * knows others.
     *
     * @return the cookie that it shall bring the next time; empty if it takes none
     */
    Optional<Secret> remember(Account account, Device device) {
        Instant now = clock.now();
        Optional<OpaqueToken> brought = token(device);
        if (brought.filter(token -> store.seeAgain(account.id(), token.hash(), now))
                .isPresent()) {
            return brought.map(OpaqueToken::value).filter(cookie -> device.takesCookies());
        }
        boolean knowsOthers = store.knowsAny(account.id());
        boolean seen = !device.isBrowser() && store.see(account.id(), program(), Kind.PROGRAM_IN_NETWORK, now);
        if (knowsOthers && !seen) {
            WorkContext from = WorkContext.current();
            events.publishEvent(new NewDeviceSeen(
                    account, now, from.ip().orElse(null), from.userAgent().orElse(null)));
        }
        return device.takesCookies()
                ? Optional.of(introduce(account.id(), device, brought, now).value())
                : Optional.empty();
    }

    /** A cookie that we made, for another account of the household, goes on; another one is not taken over. */
    private OpaqueToken introduce(AccountId account, Device device, Optional<OpaqueToken> brought, Instant now) {
        OpaqueToken token =
                brought.filter(cookie -> store.isOurs(cookie.hash())).orElseGet(OpaqueToken::random);
        store.see(account, token.hash(), device.isBrowser() ? Kind.BROWSER : Kind.PROGRAM, now);
        return token;
    }

    /** Makes all devices strangers again: whoever made a reset necessary may have had one of them in hand. */
    @EventListener
    void forget(NewPassword event) {
        if (event.byReset()) {
            store.deleteAll(event.account().id());
        }
    }

    private static Optional<OpaqueToken> token(Device device) {
        return Optional.ofNullable(device.cookie()).flatMap(OpaqueToken::read);
    }

    /** The name of a program without its versions, in its network. */
    private byte[] program() {
        WorkContext from = WorkContext.current();
        String name = from.userAgent().orElse("").replaceAll("[0-9][0-9.]*", "");
        String network = from.ip().map(Network::around).orElse("");
        return key.hmac("the program %s in %s".formatted(name, network).getBytes(UTF_8));
    }
}
