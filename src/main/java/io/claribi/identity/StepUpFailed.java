package io.claribi.identity;

import java.util.Map;

/** Somebody in a session could not prove to be its owner. */
record StepUpFailed(Account account) implements ProofFailed {

    @Override
    public String auditType() {
        return "auth.login_failed";
    }

    @Override
    public Map<String, String> auditDetails() {
        return Map.of("at", "step-up");
    }
}
