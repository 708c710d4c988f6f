package io.claribi.egress;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** A connection that knows whether the end of a mail was sent: from there on, the server may have taken it. */
final class SmtpConnection extends SMTPTransport {
    private boolean handedOver;

    SmtpConnection(Session session) {
        super(session, null);
    }

    boolean isHandedOver() {
        return handedOver;
    }

    @Override
    protected void finishData() throws IOException, MessagingException {
        handedOver = true;
        super.finishData();
    }
}
