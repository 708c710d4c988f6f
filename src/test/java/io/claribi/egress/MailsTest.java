package io.claribi.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.claribi.kernel.AccountId;
import io.claribi.testing.Outbox;
import io.claribi.testing.ServerTest;
import io.claribi.testing.TestOrganizations;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

/** On a server without a mail server. */
@ServerTest
class MailsTest {
    private final Mails mails;
    private final ProbeMail probe;
    private final MailRows rows;
    private final MailStore store;
    private final MailBook book;
    private final TestOrganizations organizations;
    private final TransactionTemplate transaction;
    private final Outbox outbox;
    private final Clock clock;
    private final String recipient = "r" + UUID.randomUUID() + "@example.org";

    MailsTest(
            Mails mails,
            ProbeMail probe,
            MailRows rows,
            MailStore store,
            MailBook book,
            TestOrganizations organizations,
            TransactionTemplate transaction,
            Clock clock) {
        this.mails = mails;
        this.probe = probe;
        this.rows = rows;
        this.store = store;
        this.book = book;
        this.organizations = organizations;
        this.transaction = transaction;
        this.outbox = Outbox.ofAllServers();
        this.clock = clock;
    }

    @Test
    void liesInTheOutboxForMailProgramsToRead() throws Exception {
        send(order("send", null));

        MimeMessage mail = awaitMail();
        assertThat(mail.getSubject()).startsWith("Probe ");
        assertThat(mail.getContentType()).startsWith("multipart/alternative");
        assertThat(mails.deliversToPeople()).isFalse();
    }

    @Test
    void isForNobodyElsesEyes() throws Exception {
        send(order("send", null));
        awaitMail();

        assertThat(outbox.files()).isNotEmpty().allSatisfy(file -> {
            assertThat(permissions(file)).isEqualTo("rw-------");
            assertThat(permissions(Objects.requireNonNull(file.getParent()))).isEqualTo("rwx------");
        });
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void isSentFromATransactionOfAnOrganizationToo() {
        organizations.run(organizations.anOrganization(), () -> mails.send(order("send", null)));

        awaitMail();
    }

    @Test
    void isNotSentWhenTheTransactionFails() {
        var doomed = order("send", null);
        transaction.executeWithoutResult(status -> {
            mails.send(doomed);
            status.setRollbackOnly();
        });

        send(order("send", null));
        awaitMail();

        assertThat(outbox.mailsTo(recipient)).hasSize(1);
        assertThat(probe.composed).doesNotContain(doomed.fact("mark"));
    }

    @Test
    void isSentInATransactionOnly() {
        assertThatThrownBy(() -> mails.send(order("send", null))).isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void keepsNothingOfWhatItSaid() {
        send(order("send", null));
        awaitMail();

        assertThat(rows.all(recipient)).contains("sent").doesNotContain("secret");
    }

    @Test
    void isNotSentWhenThereIsNothingToSay() {
        send(order("drop", null));

        await().untilAsserted(() -> assertThat(rows.fate(recipient)).hasValue("dropped after 1"));
        assertThat(outbox.mailsTo(recipient)).isEmpty();
    }

    @Test
    void waitsWhenItCanNotBeComposed() {
        send(order("fail", null));

        await().untilAsserted(
                        () -> assertThat(rows.fate(recipient)).hasValue("waiting after 1: could not be composed"));
    }

    @Test
    void goesToOneAddressAFewTimesAnHour() {
        for (int i = 0; i < ProbeMail.MOST_AN_HOUR + 2; i++) {
            send(order("send", null));
        }

        await().until(() -> outbox.mailsTo(recipient).size() == ProbeMail.MOST_AN_HOUR);
        assertThat(ordered(order("send", null)).forRecipient()).isEqualTo(ProbeMail.MOST_AN_HOUR);
    }

    @Test
    void isOrderedByOneAccountAFewTimesAnHour() {
        var account = AccountId.next();
        for (int i = 0; i < ProbeMail.MOST_AN_HOUR + 2; i++) {
            send(new MailOrder("probe", i + recipient, account, facts("drop")));
        }

        assertThat(ordered(order("drop", account)).byAccount()).isEqualTo(ProbeMail.MOST_AN_HOUR);
    }

    @Test
    void isOneMailWhoeverOrdersTheSameAtOnce() {
        List<Thread> threads = java.util.stream.Stream.generate(
                        () -> Thread.startVirtualThread(() -> send(order("drop", null))))
                .limit(12)
                .toList();
        threads.forEach(MailsTest::join);

        assertThat(ordered(order("drop", null)).forRecipient()).isEqualTo(ProbeMail.MOST_AN_HOUR);
    }

    private MailStore.Ordered ordered(MailOrder order) {
        return transaction.execute(
                status -> store.countSince(order, clock.instant().minusSeconds(60)));
    }

    @Test
    void isForgottenSomeTimeAfterItEnded() {
        send(order("send", null));
        await().untilAsserted(() -> assertThat(rows.fate(recipient)).hasValue("sent after 1"));

        transaction.execute(status -> store.deleteFinished(clock.instant().minus(Duration.ofHours(1))));
        assertThat(rows.fate(recipient)).isPresent();
        transaction.execute(status -> store.deleteFinished(clock.instant().plusSeconds(1)));
        assertThat(rows.fate(recipient)).isEmpty();
    }

    @Test
    void endsOnceForWhoeverTellsFirst() {
        send(order("send", null));
        await().untilAsserted(() -> assertThat(rows.fate(recipient)).hasValue("sent after 1"));
        UUID id = UUID.fromString(outbox.files().getLast().toString().replaceAll(".*Z-|\\.eml", ""));

        assertThat(transaction.<Boolean>execute(status -> book.finish(id, MailStatus.UNCERTAIN, null)))
                .isFalse();
    }

    private void send(MailOrder order) {
        transaction.executeWithoutResult(status -> mails.send(order));
    }

    private MimeMessage awaitMail() {
        return await().until(() -> outbox.mailsTo(recipient), sent -> !sent.isEmpty())
                .getFirst();
    }

    private MailOrder order(String manner, @Nullable AccountId account) {
        return new MailOrder("probe", recipient, account, facts(manner));
    }

    private static Map<String, String> facts(String manner) {
        return Map.of("manner", manner, "mark", UUID.randomUUID().toString());
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
