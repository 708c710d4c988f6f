package io.claribi.plans;

import io.claribi.identity.MfaEnrolling;
import io.claribi.identity.MfaRequiring;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * A second factor is a feature of the plan: to enrol one, and to require one of all members. Who has one keeps it,
 * whatever becomes of the plan.
 */
@Component
class MfaEntitlement {
    private final Entitlements entitlements;

    MfaEntitlement(Entitlements entitlements) {
        this.entitlements = entitlements;
    }

    @EventListener
    void check(MfaEnrolling event) {
        entitlements.require(Feature.MFA);
    }

    @EventListener
    void check(MfaRequiring event) {
        entitlements.require(Feature.MFA);
    }
}
