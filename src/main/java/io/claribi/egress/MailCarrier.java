package io.claribi.egress;

import jakarta.mail.internet.MimeMessage;
import java.time.Instant;

/** Takes mails out of the house. */
interface MailCarrier {

    /** Tries once; what comes of it is told, not thrown. */
    Outcome deliver(MimeMessage message);

    /** Removes what it keeps of mails from before the given moment. */
    default void forget(Instant before) {}

    /** What came of one attempt. */
    sealed interface Outcome {

        record Delivered() implements Outcome {}

        /** Not taken now; it certainly was not delivered. */
        record Postponed(String reply) implements Outcome {}

        /** Not taken, and never will be. */
        record Refused(String reply) implements Outcome {}

        /** It may have been taken. */
        record Unknown(String reply) implements Outcome {}
    }
}
