package io.claribi.plans.billing;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Whether a plan is being paid for. */
public enum PaymentStatus {
    NONE,
    /** The first payment is under way. */
    PENDING,
    ACTIVE,
    /** A payment failed and is tried again; the plan stays meanwhile. */
    PAST_DUE,
    ENDED;

    /** Whether the plan that is paid for holds. */
    public boolean isLiving() {
        return this == ACTIVE || this == PAST_DUE;
    }

    public boolean isPaymentNeeded() {
        return this == PENDING || this == PAST_DUE;
    }

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
