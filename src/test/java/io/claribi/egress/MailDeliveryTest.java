package io.claribi.egress;

import static org.assertj.core.api.Assertions.assertThat;

import io.claribi.testing.MailServer;
import io.claribi.testing.MailServer.Fault;
import io.claribi.testing.ServerTest;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/** Attempt by attempt, at a mail server that has its moods. */
@ServerTest
class MailDeliveryTest {
    private final MailServer server = MailServer.plain();
    private final MailBook book;
    private final MailDelivery delivery;
    private final ProbeMail probe;
    private final MailRows rows;
    private final MeterRegistry meters;
    private final TransactionTemplate transaction;
    private final UUID id = UUID.randomUUID();
    private final String mark = UUID.randomUUID().toString();
    private final String recipient = "r" + mark + "@example.org";

    MailDeliveryTest(
            MailBook book,
            MailComposers composers,
            MailWriter writer,
            ProbeMail probe,
            MailRows rows,
            MeterRegistry meters,
            TransactionTemplate transaction) {
        this.book = book;
        this.delivery = new MailDelivery(book, composers, writer, smtp(), transaction);
        this.probe = probe;
        this.rows = rows;
        this.meters = meters;
        this.transaction = transaction;
    }

    private SmtpCarrier smtp() {
        return new SmtpCarrier(new MailSettingsFixture()
                .with("host", "localhost")
                .with("port", String.valueOf(server.port()))
                .with("from", "bi@example.com")
                .with("timeout", "5s")
                .security("none")
                .read());
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void handsAMailOver() {
        enter("send");

        assertThat(attempt()).isEmpty();

        assertThat(rows.fate(recipient)).hasValue("sent after 1");
        assertThat(server.mailsTo(recipient)).hasSize(1);
    }

    @Test
    void isCounted() {
        double before = count("sent");
        enter("send");

        attempt();

        assertThat(count("sent")).isGreaterThan(before);
        assertThat(meters.get("claribi.mail.waiting").gauge().value()).isNotNegative();
    }

    private double count(String outcome) {
        return meters.get("claribi.mail").tag("outcome", outcome).counter().count();
    }

    @Test
    void isDoneWithAMailOnce() {
        enter("send");
        attempt();

        assertThat(attempt()).isEmpty();

        assertThat(rows.fate(recipient)).hasValue("sent after 1");
        assertThat(server.handedOver()).isEqualTo(1);
    }

    @Test
    void triesAgainWhatWasPutOffAndComposesItAnew() {
        server.failNext(Fault.BUSY);
        server.failNext(Fault.SHUTTING_DOWN);
        enter("send");

        assertThat(attempt()).hasValueSatisfying(next -> assertThat(next).isAfter(Instant.now()));
        assertThat(rows.fate(recipient)).hasValue("waiting after 1: 451 4.3.0");
        assertThat(attempt()).isPresent();
        assertThat(rows.fate(recipient)).hasValue("waiting after 2: 421 4.3.2");
        assertThat(attempt()).isEmpty();

        assertThat(rows.fate(recipient)).hasValue("sent after 3");
        assertThat(server.mailsTo(recipient)).hasSize(1);
        assertThat(probe.composed.stream().filter(mark::equals)).hasSize(3);
    }

    @Test
    void keepsTheIdOfAMailOverAllAttempts() throws Exception {
        server.failNext(Fault.BUSY);
        enter("send");
        attempt();
        attempt();

        assertThat(server.mailsTo(recipient).getFirst().getMessageID()).isEqualTo("<%s@localhost>".formatted(id));
    }

    @Test
    void givesUpWhatIsRefusedForGood() {
        server.failNext(Fault.NO_SUCH_USER);
        enter("send");

        assertThat(attempt()).isEmpty();

        assertThat(rows.fate(recipient)).hasValue("failed after 1: 550 5.1.1");
        assertThat(server.mailsTo(recipient)).isEmpty();
    }

    @Test
    void keepsNoWordOfARefusal() {
        server.failNext(Fault.SPAM);
        enter("send");
        attempt();

        assertThat(rows.all(recipient)).contains("554 5.7.1").doesNotContain("quoted");
    }

    @Test
    void doesNotRepeatWhatMayHaveArrived() {
        server.failNext(Fault.GONE_AFTER_THE_END);
        enter("send");

        assertThat(attempt()).isEmpty();
        assertThat(attempt()).isEmpty();

        assertThat(rows.fate(recipient)).hasValue("uncertain after 1: no reply to the end of the mail");
        assertThat(server.handedOver()).isEqualTo(1);
    }

    @Test
    void leavesAloneWhatAnotherServerDiedOver() {
        enter("send");
        transaction.execute(status -> book.claim(id));

        assertThat(attempt()).isEmpty();
        assertThat(attempt()).isEmpty();

        assertThat(rows.fate(recipient)).hasValue("uncertain after 1");
        assertThat(server.handedOver()).isZero();
    }

    @Test
    void believesAServerThatWasHeldForDead() {
        enter("send");
        transaction.execute(status -> book.claim(id));
        attempt();

        transaction.executeWithoutResult(status -> book.finish(id, MailStatus.SENT, null));

        assertThat(rows.fate(recipient)).hasValue("sent after 1");
    }

    @Test
    void putsOffWhatCanNotBeComposed() {
        enter("fail");

        assertThat(attempt()).isPresent();

        assertThat(rows.fate(recipient)).hasValue("waiting after 1: could not be composed");
    }

    /** Beside the queue, so that no server takes it. */
    private void enter(String manner) {
        var order = new MailOrder("probe", recipient, null, Map.of("manner", manner, "mark", mark));
        transaction.executeWithoutResult(status -> book.enter(id, order, probe));
    }

    private Optional<Instant> attempt() {
        return delivery.run(id);
    }
}
