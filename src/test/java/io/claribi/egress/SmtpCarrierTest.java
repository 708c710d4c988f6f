package io.claribi.egress;

import static org.assertj.core.api.Assertions.assertThat;

import io.claribi.egress.MailCarrier.Outcome;
import io.claribi.egress.MailCarrier.Outcome.Delivered;
import io.claribi.egress.MailCarrier.Outcome.Postponed;
import io.claribi.egress.MailCarrier.Outcome.Refused;
import io.claribi.egress.MailCarrier.Outcome.Unknown;
import io.claribi.testing.MailServer;
import io.claribi.testing.MailServer.Fault;
import io.claribi.testing.TestAuthority;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class SmtpCarrierTest {
    @TempDir
    private static Path folder;

    private static TestAuthority ours;
    private static TestAuthority another;

    @BeforeAll
    static void makeAuthorities() throws Exception {
        ours = TestAuthority.in(Files.createDirectories(folder.resolve("ours")));
        another = TestAuthority.in(Files.createDirectories(folder.resolve("another")));
    }

    @Test
    void encryptsByStartTls() throws Exception {
        try (var server = MailServer.startTls(ours.serverFor("localhost"))) {
            Outcome outcome = carrier(server).security("starttls").deliver();

            assertThat(outcome).isEqualTo(new Delivered());
            assertThat(server.mails())
                    .singleElement()
                    .satisfies(mail -> assertThat(mail.getSubject()).isEqualTo("A test"));
            assertThat(server.commands()).containsSubsequence("EHLO", "STARTTLS", "EHLO", "MAIL");
        }
    }

    @Test
    void encryptsFromTheFirstByte() throws Exception {
        try (var server = MailServer.tls(ours.serverFor("localhost"))) {
            assertThat(carrier(server).security("tls").deliver()).isEqualTo(new Delivered());
            assertThat(server.mails()).hasSize(1);
        }
    }

    @Test
    void sendsNothingToAServerThatDoesNotEncrypt() {
        try (var server = MailServer.plain()) {
            Outcome outcome =
                    carrier(server).security("starttls").as("bi", "secret").deliver();

            assertThat(outcome).isEqualTo(new Postponed("mail server not reached"));
            assertThat(server.commands()).doesNotContain("AUTH", "MAIL");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = MailSettings.Security.class,
            names = {"STARTTLS", "TLS"})
    void refusesACertificateOfAnotherHost(MailSettings.Security security, CapturedOutput output) {
        try (var server = server(security, ours, "mail.example.org")) {
            Outcome outcome = carrier(server).security(security.name()).deliver();

            assertThat(outcome).isEqualTo(new Postponed("mail server not reached"));
            assertThat(server.commands()).doesNotContain("MAIL");
            assertThat(output).contains("The mail server localhost:%d can't be reached".formatted(server.port()));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = MailSettings.Security.class,
            names = {"STARTTLS", "TLS"})
    void refusesACertificateOfAnotherAuthority(MailSettings.Security security) {
        try (var server = server(security, another, "localhost")) {
            Outcome outcome = carrier(server).security(security.name()).deliver();

            assertThat(outcome).isEqualTo(new Postponed("mail server not reached"));
            assertThat(server.commands()).doesNotContain("MAIL");
        }
    }

    @Test
    void logsInOnceTheConnectionIsEncrypted() {
        try (var server = MailServer.startTls(ours.serverFor("localhost"))) {
            server.admitOnly("bi", "the right one");

            assertThat(carrier(server)
                            .security("starttls")
                            .as("bi", "the right one")
                            .deliver())
                    .isEqualTo(new Delivered());
            assertThat(carrier(server)
                            .security("starttls")
                            .as("bi", "a wrong one")
                            .deliver())
                    .isEqualTo(new Postponed("log-in refused"));
        }
    }

    @Test
    void takesLaterForAnAnswer() {
        assertThat(failing(Fault.BUSY)).isEqualTo(new Postponed("451 4.3.0"));
        assertThat(failing(Fault.SHUTTING_DOWN)).isEqualTo(new Postponed("421 4.3.2"));
    }

    @Test
    void takesNoForAnAnswer() {
        assertThat(failing(Fault.NO_SUCH_USER)).isEqualTo(new Refused("550 5.1.1"));
    }

    @Test
    void doesNotRepeatTheWordsOfARefusalWhichMayQuoteTheMail(CapturedOutput output) {
        assertThat(failing(Fault.SPAM)).isEqualTo(new Refused("554 5.7.1"));
        assertThat(output).doesNotContain("quoted");
    }

    @Test
    void doesNotKnowWhatAServerDidThatFellSilentAfterTheEndOfAMail() {
        assertThat(failing(Fault.GONE_AFTER_THE_END)).isEqualTo(new Unknown("no reply to the end of the mail"));
        assertThat(failing(Fault.SILENT_AFTER_THE_END)).isEqualTo(new Unknown("no reply to the end of the mail"));
    }

    @Test
    void knowsThatAServerTookNothingThatItDidNotReach() {
        MailServer server = MailServer.plain();
        server.close();

        assertThat(carrier(server).security("none").deliver()).isEqualTo(new Postponed("mail server not reached"));
    }

    private static Outcome failing(Fault fault) {
        try (var server = MailServer.plain()) {
            server.failNext(fault);
            return carrier(server).security("none").deliver();
        }
    }

    private static MailServer server(MailSettings.Security security, TestAuthority authority, String host) {
        return security == MailSettings.Security.TLS
                ? MailServer.tls(authority.serverFor(host))
                : MailServer.startTls(authority.serverFor(host));
    }

    private static MailSettingsFixture carrier(MailServer server) {
        return new MailSettingsFixture()
                .with("host", "localhost")
                .with("port", String.valueOf(server.port()))
                .with("from", "clariBI <bi@example.com>")
                .with("ca-certificate", ours.certificate().toString())
                .with("connect-timeout", "5s")
                .with("timeout", "2s");
    }

    static MimeMessage aMail(MailSettings settings) {
        return new MailWriter(new LetterTemplates(), settings, Clock.systemUTC())
                .write(
                        UUID.randomUUID(),
                        "somebody@example.org",
                        Letter.about("A test").says("Hello."));
    }
}
