package io.claribi.secrets;

/**
 * What was sealed anew.
 *
 * @param organizations that have a new data key, and nothing sealed by an old one any more
 */
record Resealed(long organizations, long organizationSecrets, long accountSecrets, long serverSecrets) {

    static final Resealed NOTHING = new Resealed(0, 0, 0, 0);

    static Resealed ofOrganization(boolean done, long secrets) {
        return new Resealed(done ? 1 : 0, secrets, 0, 0);
    }

    static Resealed ofAccounts(long secrets) {
        return new Resealed(0, 0, secrets, 0);
    }

    static Resealed ofServer(long secrets) {
        return new Resealed(0, 0, 0, secrets);
    }
}
