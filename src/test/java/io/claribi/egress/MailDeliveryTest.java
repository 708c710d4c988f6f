package io.claribi.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.claribi.testing.MailServer;
import io.claribi.testing.MailServer.Fault;
import io.claribi.testing.ServerTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** On a server with a mail server, which has its moods. */
@ServerTest
class MailDeliveryTest {
    private static final MailServer SERVER = MailServer.plain();

    private final Mails mails;
    private final MailDelivery delivery;
    private final ProbeMail probe;
    private final MailRows rows;
    private final TransactionTemplate transaction;
    private final String mark = UUID.randomUUID().toString();
    private final String recipient = "r" + mark + "@example.org";

    MailDeliveryTest(
            Mails mails, MailDelivery delivery, ProbeMail probe, MailRows rows, TransactionTemplate transaction) {
        this.mails = mails;
        this.delivery = delivery;
        this.probe = probe;
        this.rows = rows;
        this.transaction = transaction;
    }

    @DynamicPropertySource
    static void mailServer(DynamicPropertyRegistry settings) {
        settings.add("claribi.mail.host", () -> "localhost");
        settings.add("claribi.mail.port", SERVER::port);
        settings.add("claribi.mail.security", () -> "none");
        settings.add("claribi.mail.from", () -> "bi@example.com");
        settings.add("claribi.mail.retry-after", () -> "50ms");
        settings.add("claribi.mail.timeout", () -> "5s");
    }

    @AfterAll
    static void close() {
        SERVER.close();
    }

    @Test
    void handsAMailOver() {
        send();

        awaitFate("sent after 1");
        assertThat(received()).isEqualTo(1);
        assertThat(mails.deliversToPeople()).isTrue();
    }

    @Test
    void triesAgainUntilItIsTakenAndThenNoMore() {
        SERVER.failNext(Fault.BUSY);
        SERVER.failNext(Fault.SHUTTING_DOWN);

        send();

        awaitFate("sent after 3");
        assertThat(received()).isEqualTo(1);
        assertThat(probe.composed.stream().filter(mark::equals)).hasSize(3);
    }

    @Test
    void givesUpWhatIsRefusedForGood() {
        SERVER.failNext(Fault.NO_SUCH_USER);

        send();

        awaitFate("failed after 1: 550 5.1.1");
        assertThat(received()).isZero();
    }

    @Test
    void keepsNoWordOfARefusal() {
        SERVER.failNext(Fault.SPAM);

        send();

        awaitFate("failed after 1: 554 5.7.1");
        assertThat(rows.all(recipient)).doesNotContain("quoted");
    }

    @Test
    void doesNotRepeatWhatMayHaveArrived() {
        SERVER.failNext(Fault.GONE_AFTER_THE_END);

        send();

        awaitFate("uncertain after 1: no reply to the end of the mail");
        assertThat(received()).isEqualTo(1);
    }

    @Test
    void leavesAloneWhatAnotherServerDiedOver() {
        UUID id = UUID.randomUUID();
        transaction.executeWithoutResult(status -> rows.insertClaimed(id, recipient));

        assertThat(delivery.run(id)).isEmpty();
        assertThat(delivery.run(id)).isEmpty();

        awaitFate("uncertain after 1");
        assertThat(received()).isZero();
    }

    private void send() {
        var order = new MailOrder("probe", recipient, null, Map.of("manner", "send", "mark", mark));
        transaction.executeWithoutResult(status -> mails.send(order));
    }

    private void awaitFate(String fate) {
        await().untilAsserted(() -> assertThat(rows.fate(recipient)).hasValue(fate));
    }

    private long received() {
        return SERVER.received().stream()
                .filter(mail -> {
                    try {
                        return mail.getSubject().contains(mark);
                    } catch (jakarta.mail.MessagingException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .count();
    }
}
