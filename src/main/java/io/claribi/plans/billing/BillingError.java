package io.claribi.plans.billing;

import io.claribi.kernel.ErrorCategory;
import io.claribi.kernel.ErrorCode;

public enum BillingError implements ErrorCode {
    BILLING_NOT_OFFERED(ErrorCategory.NOT_FOUND),
    CHECKOUT_REQUIRED(ErrorCategory.CONFLICT),
    NOTHING_TO_MANAGE(ErrorCategory.CONFLICT),
    SUBSCRIPTION_GOES_ON(ErrorCategory.CONFLICT),
    NOTHING_TO_PAY(ErrorCategory.UNPROCESSABLE),
    BILLING_UNAVAILABLE(ErrorCategory.UNAVAILABLE),
    NOTICE_NOT_SIGNED(ErrorCategory.MALFORMED),
    NOTICE_TOO_LARGE(ErrorCategory.TOO_LARGE),
    PRICE_UNKNOWN(ErrorCategory.UNPROCESSABLE);

    private final ErrorCategory category;

    BillingError(ErrorCategory category) {
        this.category = category;
    }

    @Override
    public ErrorCategory category() {
        return category;
    }
}
