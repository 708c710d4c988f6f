package io.claribi.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claribi.testing.FakeClock;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailWriterTest {
    private static final UUID ID = UUID.fromString("01890000-0000-7000-8000-000000000000");
    private static final Instant NOW = Instant.parse("2026-05-06T07:08:09Z");

    @Test
    void writesTheSameWordsAsTextAndAsHtml() throws Exception {
        MimeMessage mail = sent(Letter.about("Reset your password")
                .says("Somebody asked for it.")
                .tells("Device", "Firefox on Linux")
                .shows("123456")
                .leads("Reset password", "https://bi.example.com/reset#token=abc")
                .closes("If it wasn't you, do nothing."));

        assertThat(mail.getContentType()).startsWith("multipart/alternative");
        assertThat(part(mail, 0, "text/plain"))
                .contains("Somebody asked for it.", "Device: Firefox on Linux", "123456", "If it wasn't you")
                .contains("https://bi.example.com/reset#token=abc")
                .doesNotContain("<", "{{");
        assertThat(part(mail, 1, "text/html"))
                .contains("Somebody asked for it.", "Firefox on Linux", "123456", "If it wasn&#39;t you")
                .contains("href=\"https://bi.example.com/reset#token&#x3D;abc\"")
                .doesNotContain("{{");
    }

    @Test
    void leavesOutWhatALetterDoesNotHave() throws Exception {
        MimeMessage mail = sent(Letter.about("A notice").says("That is all."));

        assertThat(part(mail, 1, "text/html")).doesNotContain("<a ", "class=\"box\"", "class=\"button\"");
        assertThat(part(mail, 0, "text/plain")).isEqualToNormalizingNewlines("""
                A notice

                That is all.

                --\s
                clariBI
                """);
    }

    @Test
    void loadsNothingFromAnywhere() throws Exception {
        assertThat(part(sent(Letter.about("A notice").says("Text.")), 1, "text/html"))
                .doesNotContain("<img", "src=", "url(", "http:", "https:", "<script", "<link");
    }

    @Test
    void showsMarkupAsText() throws Exception {
        MimeMessage mail = sent(Letter.about("<b>Hi</b>")
                .says("<img src=x onerror=alert(1)> {{subject}}")
                .leads("Go", "https://example.org/\"><script>"));

        assertThat(part(mail, 1, "text/html"))
                .contains("&lt;img src")
                .doesNotContain("<img", "<b>", "<script")
                .contains("{{subject}}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Hi\r\nBcc: victim@example.org",
                "Hi\nBcc: victim@example.org",
                "Hi\rBcc: victim@example.org",
                "Hi\u2028Bcc: victim@example.org",
                "Hi\u0085Bcc: victim@example.org",
                "Hi\r\n\r\nBcc: a body of its own",
                "Ünïcode\r\nBcc: victim@example.org"
            })
    void letsNoSubjectBeginAHeader(String subject) throws Exception {
        MimeMessage mail = sent(Letter.about(subject).says("Text."));

        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getSubject()).isEqualTo(subject.replaceAll("[\\p{Cc}\\u2028]+", " "));
        assertThat(mail.getContentType()).startsWith("multipart/alternative");
    }

    @Test
    void namesItselfAndItsSenderForMailPrograms() throws Exception {
        MimeMessage mail = sent(Letter.about("Zwölf Boxkämpfer").says("Größe 12 €"));

        assertThat(mail.getMessageID()).isEqualTo("<%s@example.com>".formatted(ID));
        assertThat(mail.getFrom()[0]).hasToString("clariBI <bi@example.com>");
        assertThat(mail.getAllRecipients()).singleElement().hasToString("ann@example.org");
        assertThat(mail.getSentDate()).isEqualTo(NOW);
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getSubject()).isEqualTo("Zwölf Boxkämpfer");
        assertThat(part(mail, 0, "text/plain")).contains("Größe 12 €");
    }

    @Test
    void keepsToTheFormOfAMailByteForByte() throws Exception {
        byte[] bytes = bytes(Letter.about("Ä".repeat(300)).says("ö".repeat(3_000)));

        assertThat(new String(bytes, StandardCharsets.ISO_8859_1).split("\r\n"))
                .allSatisfy(line -> assertThat(line)
                        .hasSizeLessThanOrEqualTo(998)
                        .doesNotContain("\r", "\n")
                        .matches("[\\t -~]*"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nobody",
                "a@b@example.org",
                "a@example.org, b@example.org",
                "a@example.org\r\nBcc: b@example.org",
                "A <a@example.org>",
                "ä@example.org"
            })
    void takesNoRecipientThatIsNotOneAddress(String recipient) {
        assertThatThrownBy(() -> new MailOrder("probe", recipient, null, Collections.emptyMap()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static MimeMessage sent(Letter letter) throws Exception {
        return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes(letter)));
    }

    private static byte[] bytes(Letter letter) throws Exception {
        MailSettings settings = new MailSettingsFixture()
                .with("from", "clariBI <bi@example.com>")
                .read();
        var out = new ByteArrayOutputStream();
        new MailWriter(new LetterTemplates(), settings, new FakeClock(NOW))
                .write(ID, "ann@example.org", letter)
                .writeTo(out);
        return out.toByteArray();
    }

    private static String part(MimeMessage mail, int number, String type) throws Exception {
        var part = ((MimeMultipart) mail.getContent()).getBodyPart(number);
        assertThat(part.getContentType()).isEqualToIgnoringCase(type + "; charset=UTF-8");
        return (String) part.getContent();
    }
}
