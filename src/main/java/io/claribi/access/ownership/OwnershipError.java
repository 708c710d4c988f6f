package io.claribi.access.ownership;

import io.claribi.kernel.ErrorCategory;
import io.claribi.kernel.ErrorCode;

enum OwnershipError implements ErrorCode {
    /** What was typed is not the organization's name. */
    NAME_DIFFERS(ErrorCategory.UNPROCESSABLE),
    ORGANIZATION_NOT_CLOSING(ErrorCategory.CONFLICT),
    TRANSFER_EXPIRED(ErrorCategory.CONFLICT),
    TRANSFER_NOT_FOUND(ErrorCategory.NOT_FOUND),
    TRANSFER_PENDING(ErrorCategory.CONFLICT),
    /** The one is not the Owner any more, or the other no active member. */
    TRANSFER_VOID(ErrorCategory.CONFLICT);

    private final ErrorCategory category;

    OwnershipError(ErrorCategory category) {
        this.category = category;
    }

    @Override
    public ErrorCategory category() {
        return category;
    }
}
