package io.claribi.tenancy;

import io.claribi.kernel.ErrorCategory;
import io.claribi.kernel.ErrorCode;

enum TenancyError implements ErrorCode {
    ORGANIZATION_NOT_FOUND(ErrorCategory.NOT_FOUND);

    private final ErrorCategory category;

    TenancyError(ErrorCategory category) {
        this.category = category;
    }

    @Override
    public ErrorCategory category() {
        return category;
    }
}
