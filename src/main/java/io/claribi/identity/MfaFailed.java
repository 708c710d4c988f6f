package io.claribi.identity;

import java.util.Map;

/**
 * Somebody knew the password of an account and gave a wrong code of its second factor.
 *
 * @param locked whether no more tries from such a device are judged for now
 */
record MfaFailed(Account account, boolean locked) implements ProofFailed {

    @Override
    public String auditType() {
        return "auth.mfa_failed";
    }

    @Override
    public Map<String, String> auditDetails() {
        return ProofFailed.details(locked);
    }
}
