package io.claribi.egress;

import java.util.Locale;

/** What has become of a mail. */
enum MailStatus {
    /** Not sent yet; tried before or not. */
    WAITING,
    /** A node is about it, or died over it. */
    SENDING,
    SENT,
    /** There was nothing to say any more, or nobody to say it to. */
    DROPPED,
    /** Refused for good, or given up. */
    FAILED,
    /** Handed over, but the receipt was lost: it may have arrived, and is not sent again. */
    UNCERTAIN;

    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
