package io.claribi.access;

import io.claribi.kernel.ErrorCategory;
import io.claribi.kernel.ErrorCode;

public enum AccessError implements ErrorCode {
    MEMBER_NOT_FOUND(ErrorCategory.NOT_FOUND),
    /** The Owner can't go, or be less, while there is no other. */
    LAST_OWNER(ErrorCategory.CONFLICT),
    /** One can't disable oneself. */
    MEMBER_IS_YOU(ErrorCategory.UNPROCESSABLE),
    MFA_RESET_REFUSED(ErrorCategory.FORBIDDEN),
    /** Only the Owner reaches what is the Owner's. */
    OWNER_PROTECTED(ErrorCategory.FORBIDDEN),
    /** Its Owner wants it deleted; only the Owner gets in. */
    ORGANIZATION_CLOSING(ErrorCategory.FORBIDDEN),
    /** By the operator. */
    ORGANIZATION_DISABLED(ErrorCategory.FORBIDDEN),
    ORGANIZATION_NOT_FOUND(ErrorCategory.NOT_FOUND);

    private final ErrorCategory category;

    AccessError(ErrorCategory category) {
        this.category = category;
    }

    @Override
    public ErrorCategory category() {
        return category;
    }
}
