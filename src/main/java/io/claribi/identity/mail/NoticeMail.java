package io.claribi.identity.mail;

import io.claribi.egress.Letter;
import io.claribi.egress.MailComposer;
import io.claribi.egress.MailOrder;
import io.claribi.http.WebLinks;
import io.claribi.identity.UserAgent;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Tells an account's owner what happened to it. */
@Component
class NoticeMail implements MailComposer {
    static final String KIND = "security_notice";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final WebLinks links;

    NoticeMail(WebLinks links) {
        this.links = links;
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** High: only who has the password, or reads the mail, causes them, and a flood must not hide one. */
    @Override
    public int mostAnHour() {
        return 50;
    }

    @Override
    public Optional<Letter> compose(MailOrder order) {
        Notice notice = Notice.valueOf(order.fact("notice"));
        Letter letter = Letter.about(notice.subject()).says(notice.text());
        letter = with(letter, order, "New address", "email");
        letter = letter.tells("Time", TIME.format(Instant.parse(order.fact("at"))));
        String device = device(order);
        letter = device.isEmpty() ? letter : letter.tells("Device", device);
        letter = with(letter, order, "Network address", "ip");
        if (notice.remedy() != Notice.Remedy.ADMINISTRATOR) {
            letter = letter.leads("It wasn't me: new password", links.to("/forgot"));
        }
        return Optional.of(letter.closes(notice.remedy().text()));
    }

    private static String device(MailOrder order) {
        UserAgent agent = UserAgent.of(order.facts().get("userAgent"));
        return Stream.of(agent.browser(), agent.system())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
    }

    private static Letter with(Letter letter, MailOrder order, String name, String fact) {
        String value = order.facts().get(fact);
        return value == null ? letter : letter.tells(name, value);
    }
}
