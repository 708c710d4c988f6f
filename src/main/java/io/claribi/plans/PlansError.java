package io.claribi.plans;

import io.claribi.kernel.ErrorCategory;
import io.claribi.kernel.ErrorCode;

enum PlansError implements ErrorCode {
    PLAN_FEATURE_MISSING,
    PLAN_LIMIT_REACHED;

    @Override
    public ErrorCategory category() {
        return ErrorCategory.PLAN;
    }
}
