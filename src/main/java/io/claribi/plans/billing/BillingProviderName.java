package io.claribi.plans.billing;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Who is told of a change of plan, and paid. */
public enum BillingProviderName {
    /** Nobody is paid. */
    MANUAL,
    STRIPE;

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
