package io.claribi.egress;

import java.util.Optional;

/**
 * Writes one kind of mail, in the moment in which it is sent and in a transaction: so what it mints (a link, a code) lies
 * in no queue, and what is not true any more is not sent.
 */
public interface MailComposer {

    /** The kind's name at rest, such as {@code password_reset}. */
    String kind();

    /** How many orders of this kind one recipient gets in an hour; more are dropped. Low where a stranger can cause them. */
    int mostAnHour();

    /** How many one account causes in an hour. */
    default int mostAnHourByAccount() {
        return mostAnHour();
    }

    /** The mail; empty if it must not be sent. A further attempt at sending composes anew. */
    Optional<Letter> compose(MailOrder order);
}
