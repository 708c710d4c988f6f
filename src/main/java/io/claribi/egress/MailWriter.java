package io.claribi.egress;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Clock;
import java.util.Date;
import java.util.Properties;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Makes a letter a mail (RFC 5322): text and HTML of the same words, and headers that no value can break out of. */
@Component
class MailWriter {
    private static final Session NO_SESSION = Session.getInstance(new Properties());

    private final LetterTemplates templates;
    private final MailSettings settings;
    private final Clock clock;

    MailWriter(LetterTemplates templates, MailSettings settings, Clock clock) {
        this.templates = templates;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * @param id makes the Message-ID, so that a second copy could be told for one
     */
    MimeMessage write(UUID id, String recipient, Letter letter) {
        InternetAddress sender = settings.sender();
        String domain = sender.getAddress().substring(sender.getAddress().indexOf('@') + 1);
        try {
            var message = new IdentifiedMessage("<%s@%s>".formatted(id, domain));
            message.setFrom(sender);
            message.setRecipient(Message.RecipientType.TO, new InternetAddress(recipient, true));
            message.setSubject(oneLine(letter.subject()), "UTF-8");
            message.setSentDate(Date.from(clock.instant()));
            // RFC 3834 §5: nobody's absence note is wanted in return.
            message.setHeader("Auto-Submitted", "auto-generated");
            message.setContent(new MimeMultipart(
                    "alternative", part(templates.text(letter), "plain"), part(templates.html(letter), "html")));
            message.saveChanges();
            return message;
        } catch (MessagingException e) {
            throw new IllegalStateException("A mail could not be written", e);
        }
    }

    /** Names of people and organizations stand in subjects; a line break there would begin a header of its own. */
    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}]+", " ").strip();
    }

    private static MimeBodyPart part(String content, String subtype) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(content, "UTF-8", subtype);
        part.setHeader("Content-Transfer-Encoding", "quoted-printable");
        return part;
    }

    private static final class IdentifiedMessage extends MimeMessage {
        private final String id;

        IdentifiedMessage(String id) {
            super(NO_SESSION);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
