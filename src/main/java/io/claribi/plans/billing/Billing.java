package io.claribi.plans.billing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How it stands with paying.
 *
 * @param periodEndsAt until when it is paid; absent where nothing is
 * @param endsWithPeriod whether it then ends and the plan with it
 * @param manageable whether there is something to manage: invoices and ways to pay
 */
public record Billing(
        PaymentStatus status, @Nullable Instant periodEndsAt, boolean endsWithPeriod, boolean manageable) {
    public static final Billing NONE = new Billing(PaymentStatus.NONE, null, false, false);
}
