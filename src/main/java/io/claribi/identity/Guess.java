package io.claribi.identity;

/** What somebody can guess at; failures at one thing don't count against another. */
public enum Guess {
    /** The password of an account, named by its address, from a device that the account has not been used from. */
    PASSWORD(true),
    /** The same from a device that the account knows: it has a count of its own, so that strangers can't keep the owner out. */
    PASSWORD_ON_KNOWN_DEVICE(false),
    /** The second factor of an account. */
    MFA_CODE(true),
    /** The same from a device that the account knows. */
    MFA_CODE_ON_KNOWN_DEVICE(false),
    /** The password of who is logged in, asked for again. */
    STEP_UP(false),
    /** A code that was sent by mail. */
    EMAIL_CODE(true);

    private final boolean countsAgainstAddress;

    Guess(boolean countsAgainstAddress) {
        this.countsAgainstAddress = countsAgainstAddress;
    }

    /** Whether a failure counts against the network address it came from as well. */
    boolean countsAgainstAddress() {
        return countsAgainstAddress;
    }
}
