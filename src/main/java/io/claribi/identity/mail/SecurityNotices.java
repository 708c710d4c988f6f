package io.claribi.identity.mail;

import io.claribi.egress.MailOrder;
import io.claribi.egress.Mails;
import io.claribi.identity.Account;
import io.claribi.identity.EmailChanged;
import io.claribi.identity.MfaChanged;
import io.claribi.identity.NewDeviceSeen;
import io.claribi.identity.NewPassword;
import io.claribi.kernel.WorkContext;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Has the owner of an account told of what a thief would do with it, in the transaction that does it (ASVS 5.0, V6.3.5
 * and V6.3.7).
 */
@Component
class SecurityNotices {
    private final Mails mails;
    private final Clock clock;

    SecurityNotices(Mails mails, Clock clock) {
        this.mails = mails;
        this.clock = clock;
    }

    @EventListener
    void on(NewDeviceSeen event) {
        send(event.account(), Notice.NEW_DEVICE, event.at(), event.ip(), event.userAgent(), Map.of());
    }

    @EventListener
    void on(NewPassword event) {
        send(event.account(), event.byReset() ? Notice.PASSWORD_RESET : Notice.PASSWORD_CHANGED);
    }

    @EventListener
    void on(MfaChanged event) {
        send(
                event.account(),
                switch (event.change()) {
                    case ENABLED -> Notice.MFA_ENABLED;
                    case DISABLED -> Notice.MFA_DISABLED;
                    case BACKUP_CODES_RENEWED -> Notice.BACKUP_CODES_RENEWED;
                    case RESET -> Notice.MFA_RESET;
                });
    }

    /** To the address that the account had: the new one is who confirmed it, be it the owner or not. */
    @EventListener
    void on(EmailChanged event) {
        switch (event.step()) {
            case REQUESTED -> sendAbout(event, Notice.EMAIL_CHANGE_REQUESTED);
            case CHANGED -> sendAbout(event, Notice.EMAIL_CHANGED);
            case CONFIRMED -> {}
        }
    }

    private void sendAbout(EmailChanged event, Notice notice) {
        WorkContext context = WorkContext.current();
        send(
                event.account(),
                notice,
                clock.instant(),
                context.ip().orElse(null),
                context.userAgent().orElse(null),
                Map.of("email", event.email().value()));
    }

    private void send(Account account, Notice notice) {
        WorkContext context = WorkContext.current();
        send(
                account,
                notice,
                clock.instant(),
                context.ip().orElse(null),
                context.userAgent().orElse(null),
                Map.of());
    }

    private void send(
            Account account,
            Notice notice,
            Instant at,
            @Nullable String ip,
            @Nullable String userAgent,
            Map<String, String> more) {
        var facts = new HashMap<>(more);
        facts.put("notice", notice.name());
        facts.put("at", at.toString());
        if (ip != null) {
            facts.put("ip", ip);
        }
        if (userAgent != null) {
            facts.put("userAgent", userAgent);
        }
        mails.send(new MailOrder(NoticeMail.KIND, account.email().value(), account.id(), facts));
    }
}
