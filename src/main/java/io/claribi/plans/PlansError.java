package io.claribi.plans;

import io.claribi.kernel.ErrorCategory;
import io.claribi.kernel.ErrorCode;

enum PlansError implements ErrorCode {
    PLAN_FEATURE_MISSING(ErrorCategory.PLAN),
    PLAN_LIMIT_REACHED(ErrorCategory.PLAN),
    PLAN_NOT_CHOOSABLE(ErrorCategory.UNPROCESSABLE);

    private final ErrorCategory category;

    PlansError(ErrorCategory category) {
        this.category = category;
    }

    @Override
    public ErrorCategory category() {
        return category;
    }
}
