package io.claribi.egress;

/**
 * Why there is no answer from another server. The message is for people and tells nothing about the network: a name that
 * does not exist, one that leads to an address that is refused, and a server that does not answer sound the same. The log
 * tells operators more.
 */
public final class OutboundFailure extends Exception {
    private final Reason reason;

    public OutboundFailure(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public OutboundFailure(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** What can be told apart. */
    public enum Reason {
        /** By its text alone: the URL is not one that may be asked, wherever it leads. */
        REFUSED,
        UNREACHABLE,
        TOO_SLOW,
        TOO_LARGE
    }
}
