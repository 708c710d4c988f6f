package io.claribi.testing;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** Where mails arrive, in a test. */
public interface Inbox {

    /** All that have arrived, oldest first. */
    List<MimeMessage> mails();

    /** Those to an address, oldest first. */
    default List<MimeMessage> mailsTo(String recipient) {
        return mails().stream()
                .filter(mail -> recipient.equalsIgnoreCase(recipient(mail)))
                .toList();
    }

    /** The first mail to an address of this subject, once it has come. */
    default MimeMessage await(String recipient, String subject) {
        return awaitAll(recipient, subject, 1).getFirst();
    }

    /** So many mails to an address of this subject, once they have come. */
    default List<MimeMessage> awaitAll(String recipient, String subject, int number) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(
                        () -> mailsTo(recipient).stream()
                                .filter(mail -> subject.equals(subject(mail)))
                                .toList(),
                        found -> found.size() >= number);
    }

    /** The token in a mail's link. */
    static String token(MimeMessage mail) {
        return find(mail, "#token=([A-Za-z0-9_-]+)");
    }

    /** The code in a mail. */
    static String code(MimeMessage mail) {
        return find(mail, "(?m)^ {4}(\\d{6})\\s*$");
    }

    /** What the plain text of a mail says. */
    static String text(MimeMessage mail) {
        return part(mail, 0);
    }

    /** What the HTML of a mail says. */
    static String html(MimeMessage mail) {
        return part(mail, 1);
    }

    static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String recipient(MimeMessage mail) {
        try {
            return mail.getAllRecipients()[0].toString();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String part(MimeMessage mail, int number) {
        try {
            BodyPart part = ((Multipart) mail.getContent()).getBodyPart(number);
            return (String) part.getContent();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String find(MimeMessage mail, String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(text(mail));
        if (!found.find()) {
            throw new AssertionError("The mail holds no " + pattern + ": " + text(mail));
        }
        return found.group(1);
    }
}
