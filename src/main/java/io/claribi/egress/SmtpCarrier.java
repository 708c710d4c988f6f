package io.claribi.egress;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands mails to a mail server (RFC 5321, RFC 6409), a connection each. */
final class SmtpCarrier implements MailCarrier {
    private static final Logger log = LoggerFactory.getLogger(SmtpCarrier.class);

    private final MailSettings settings;
    private final Session session;

    SmtpCarrier(MailSettings settings) {
        this.settings = settings;
        this.session = Session.getInstance(properties(settings));
        if (settings.security() == MailSettings.Security.NONE) {
            log.warn("Mail goes to {} without encryption, on this machine", settings);
        }
    }

    @Override
    public Outcome deliver(MimeMessage message) {
        var connection = new SmtpConnection(session);
        try {
            return deliver(message, connection);
        } finally {
            close(connection);
        }
    }

    /** What came of the mail is known by now; a connection that can't be closed politely is closed all the same. */
    private static void close(SmtpConnection connection) {
        try {
            connection.close();
        } catch (MessagingException e) {
            log.debug("A connection to the mail server ended by itself", e);
        }
    }

    private Outcome deliver(MimeMessage message, SmtpConnection connection) {
        try {
            connection.connect(settings.hostname(), settings.portOrDefault(), settings.username(), settings.password());
        } catch (AuthenticationFailedException e) {
            log.error("The mail server {} refuses claribi.mail.username and its password", settings);
            return new Outcome.Postponed("log-in refused");
        } catch (MessagingException e) {
            log.error("The mail server {} can't be reached: {}", settings, SmtpReply.rootMessage(e));
            return new Outcome.Postponed("mail server not reached");
        }
        try {
            connection.sendMessage(message, message.getAllRecipients());
            return new Outcome.Delivered();
        } catch (MessagingException e) {
            return outcome(SmtpReply.of(e), connection.isHandedOver());
        }
    }

    /** A server answers for a mail by its reply to the end of the data; before that it holds nothing (RFC 5321 §6.1). */
    private static Outcome outcome(SmtpReply reply, boolean handedOver) {
        if (reply.isPermanent()) {
            return new Outcome.Refused(reply.text());
        }
        if (handedOver && !reply.isKnown()) {
            return new Outcome.Unknown("no reply to the end of the mail");
        }
        return new Outcome.Postponed(reply.text());
    }

    private static Properties properties(MailSettings settings) {
        boolean tls = settings.security() != MailSettings.Security.NONE;
        var properties = new Properties();
        properties.put("mail.smtp.auth", String.valueOf(settings.username() != null));
        properties.put("mail.smtp.auth.mechanisms", "PLAIN LOGIN");
        properties.put("mail.smtp.ssl.enable", String.valueOf(settings.security() == MailSettings.Security.TLS));
        properties.put("mail.smtp.starttls.enable", String.valueOf(tls));
        properties.put(
                "mail.smtp.starttls.required", String.valueOf(settings.security() == MailSettings.Security.STARTTLS));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.ssl.protocols", "TLSv1.3 TLSv1.2");
        properties.put("mail.smtp.connectiontimeout", millis(settings.connectTimeout()));
        properties.put("mail.smtp.timeout", millis(settings.timeout()));
        properties.put("mail.smtp.writetimeout", millis(settings.timeout()));
        if (settings.caCertificate() != null) {
            properties.put(
                    "mail.smtp.ssl.socketFactory", CertificateAuthorities.socketFactory(settings.caCertificate()));
        }
        return properties;
    }

    private static String millis(java.time.Duration time) {
        return String.valueOf(time.toMillis());
    }
}
