package io.claribi.access.roles;

import io.claribi.kernel.ErrorCategory;
import io.claribi.kernel.ErrorCode;

enum RoleError implements ErrorCode {
    /** Whom or what somebody wants to change holds more than they do. */
    HOLDS_MORE_THAN_YOU(ErrorCategory.FORBIDDEN),
    /** Every organization has it as it is. */
    ROLE_BUILT_IN(ErrorCategory.UNPROCESSABLE),
    ROLE_IN_USE(ErrorCategory.CONFLICT),
    ROLE_NAME_TAKEN(ErrorCategory.CONFLICT),
    ROLE_NOT_ASSIGNABLE(ErrorCategory.UNPROCESSABLE),
    ROLE_NOT_FOUND(ErrorCategory.NOT_FOUND),
    TOO_MANY_ROLES(ErrorCategory.CONFLICT);

    private final ErrorCategory category;

    RoleError(ErrorCategory category) {
        this.category = category;
    }

    @Override
    public ErrorCategory category() {
        return category;
    }
}
