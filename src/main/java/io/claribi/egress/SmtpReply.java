package io.claribi.egress;

import jakarta.mail.MessagingException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;

/**
 * What a mail server said to a mail: its code and its enhanced code (RFC 3463). Its words are left out: they may quote
 * the mail, a link in it among them.
 */
record SmtpReply(int code, String text) {
    private static final int UNKNOWN = -1;
    private static final Pattern CODES =
            Pattern.compile("\\A(?:\\[EOF])?\\s*(\\d{3}(?:[ -]\\d\\.\\d{1,3}\\.\\d{1,3})?)");

    /** Of several failures in a chain, the one that concerns the recipient says most. */
    static SmtpReply of(MessagingException failure) {
        SmtpReply reply = new SmtpReply(UNKNOWN, "the connection was lost");
        for (Exception e = failure; e != null; e = next(e)) {
            if (e instanceof SMTPAddressFailedException refused) {
                return read(refused.getReturnCode(), refused.getMessage());
            }
            if (e instanceof SMTPSendFailedException refused && refused.getReturnCode() > 0) {
                reply = read(refused.getReturnCode(), refused.getMessage());
            }
        }
        return reply;
    }

    boolean isKnown() {
        return code > 0;
    }

    boolean isPermanent() {
        return code >= 500;
    }

    /** The innermost reason of a failed connection, which names the server's certificate or address, no mail. */
    static String rootMessage(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getClass().getSimpleName() + ": " + root.getMessage();
    }

    private static SmtpReply read(int code, @Nullable String message) {
        Matcher codes = CODES.matcher(message == null ? "" : message);
        return new SmtpReply(code, codes.find() ? codes.group(1) : String.valueOf(code));
    }

    private static @Nullable Exception next(Exception e) {
        return e instanceof MessagingException messaging ? messaging.getNextException() : null;
    }
}
