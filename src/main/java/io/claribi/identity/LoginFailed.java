package io.claribi.identity;

import java.util.Map;

/**
 * Somebody tried to log in to an account with a wrong password.
 *
 * @param locked whether no more tries from such a device are judged for now
 */
record LoginFailed(Account account, boolean locked) implements ProofFailed {

    @Override
    public String auditType() {
        return "auth.login_failed";
    }

    @Override
    public Map<String, String> auditDetails() {
        return ProofFailed.details(locked);
    }
}
