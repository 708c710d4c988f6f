package io.claribi.access;

import io.claribi.kernel.ErrorCategory;
import io.claribi.kernel.ErrorCode;

enum AccessError implements ErrorCode {
    /** Whom or what somebody wants to change holds more than they do. */
    HOLDS_MORE_THAN_YOU(ErrorCategory.FORBIDDEN),
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
    ORGANIZATION_NOT_FOUND(ErrorCategory.NOT_FOUND),
    /** Every organization has it as it is. */
    ROLE_BUILT_IN(ErrorCategory.UNPROCESSABLE),
    ROLE_IN_USE(ErrorCategory.CONFLICT),
    ROLE_NAME_TAKEN(ErrorCategory.CONFLICT),
    ROLE_NOT_ASSIGNABLE(ErrorCategory.UNPROCESSABLE),
    ROLE_NOT_FOUND(ErrorCategory.NOT_FOUND),
    TOO_MANY_ROLES(ErrorCategory.CONFLICT);

    private final ErrorCategory category;

    AccessError(ErrorCategory category) {
        this.category = category;
    }

    @Override
    public ErrorCategory category() {
        return category;
    }
}
