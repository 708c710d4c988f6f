package io.claribi.plans.stripe;

import io.claribi.plans.billing.Billing;
import io.claribi.plans.billing.PaymentStatus;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An organization's subscription as Stripe has it; all of its parts are absent where there never was one.
 *
 * @param price the id of what is paid for
 */
record StripeState(
        @Nullable String subscription,
        @Nullable String item,
        @Nullable String price,
        PaymentStatus status,
        @Nullable Instant periodEndsAt,
        boolean endsWithPeriod) {
    static final StripeState NONE = new StripeState(null, null, null, PaymentStatus.NONE, null, false);

    /** The price whose plan the organization has by paying. */
    Optional<String> paidPrice() {
        return status.isLiving() ? Optional.ofNullable(price) : Optional.empty();
    }

    Billing billing(boolean manageable) {
        return new Billing(status, periodEndsAt, endsWithPeriod, manageable);
    }
}
