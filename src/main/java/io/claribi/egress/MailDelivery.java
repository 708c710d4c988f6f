package io.claribi.egress;

import io.claribi.egress.MailCarrier.Outcome;
import io.claribi.egress.MailStore.Claimed;
import io.claribi.jobs.ServerTask;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends one mail, once. It is claimed in a transaction of its own before it leaves, so a node that dies in between leaves
 * a mail of which nobody knows whether it arrived; that one is marked and not sent again.
 */
@Component
class MailDelivery implements ServerTask {
    private static final Logger log = LoggerFactory.getLogger(MailDelivery.class);

    private final MailBook book;
    private final MailComposers composers;
    private final MailWriter writer;
    private final MailCarrier carrier;
    private final TransactionTemplate transaction;

    MailDelivery(
            MailBook book,
            MailComposers composers,
            MailWriter writer,
            MailCarrier carrier,
            TransactionTemplate transaction) {
        this.book = book;
        this.composers = composers;
        this.writer = writer;
        this.carrier = carrier;
        this.transaction = transaction;
    }

    @Override
    public String kind() {
        return "mail";
    }

    @Override
    public Optional<Instant> run(UUID id) {
        Optional<Opened> opened;
        try {
            opened = transaction.execute(status -> open(id));
        } catch (RuntimeException e) {
            log.error("Mail {} can't be composed", id, e);
            return transaction.execute(
                    status -> book.claim(id).flatMap(claimed -> book.postpone(id, claimed, "could not be composed")));
        }
        return opened.flatMap(mail -> deliver(id, mail));
    }

    /** Claims the mail and composes it, minting what it carries: both are there when it leaves, or neither. */
    private Optional<Opened> open(UUID id) {
        Optional<Claimed> claimed = book.claim(id);
        if (claimed.isEmpty()) {
            if (book.finish(id, MailStatus.UNCERTAIN, null)) {
                log.warn("Mail {} was being sent when its server ended; it may have arrived and is not sent again", id);
            }
            return Optional.empty();
        }
        MailOrder order = claimed.get().order();
        Optional<Letter> letter = composers.get(order.kind()).compose(order);
        if (letter.isEmpty()) {
            book.finish(id, MailStatus.DROPPED, null);
        }
        return letter.map(text -> new Opened(claimed.get(), text));
    }

    private Optional<Instant> deliver(UUID id, Opened opened) {
        MailOrder order = opened.claimed().order();
        Outcome outcome = carrier.deliver(writer.write(id, order.recipient(), opened.letter()));
        return switch (outcome) {
            case Outcome.Delivered delivered -> end(id, MailStatus.SENT, null);
            case Outcome.Refused refused -> {
                log.warn("Mail {} ({}) was refused for good: {}", id, order.kind(), refused.reply());
                yield end(id, MailStatus.FAILED, refused.reply());
            }
            case Outcome.Unknown unknown -> {
                log.warn("Mail {} ({}) may or may not have been taken: {}", id, order.kind(), unknown.reply());
                yield end(id, MailStatus.UNCERTAIN, unknown.reply());
            }
            case Outcome.Postponed postponed ->
                transaction.execute(status -> book.postpone(id, opened.claimed(), postponed.reply()));
        };
    }

    private Optional<Instant> end(UUID id, MailStatus ending, @Nullable String reply) {
        transaction.executeWithoutResult(status -> book.finish(id, ending, reply));
        return Optional.empty();
    }

    private record Opened(Claimed claimed, Letter letter) {}
}
