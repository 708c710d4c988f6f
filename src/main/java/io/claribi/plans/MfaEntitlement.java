package io.claribi.plans;

import io.claribi.identity.MfaRequiring;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A second factor is a feature of the plan: requiring it of all members is what it must include. */
@Component
class MfaEntitlement {
    private final Entitlements entitlements;

    MfaEntitlement(Entitlements entitlements) {
        this.entitlements = entitlements;
    }

    @EventListener
    void check(MfaRequiring event) {
        entitlements.require(Feature.MFA);
    }
}
