package io.claribi.identity;

import io.claribi.kernel.ErrorCategory;
import io.claribi.kernel.ErrorCode;

/** What is wrong about second factors for somebody who is logged in. */
public enum MfaError implements ErrorCode {
    MFA_ALREADY_ENABLED(ErrorCategory.CONFLICT),
    /** At log-in {@link IdentityError#MFA_CODE_INVALID}: there it says that one is not authenticated. */
    MFA_CODE_INVALID(ErrorCategory.UNPROCESSABLE),
    MFA_CODE_REQUIRED(ErrorCategory.UNPROCESSABLE),
    MFA_ENROLMENT_REQUIRED(ErrorCategory.FORBIDDEN),
    MFA_NOT_ENABLED(ErrorCategory.CONFLICT);

    private final ErrorCategory category;

    MfaError(ErrorCategory category) {
        this.category = category;
    }

    @Override
    public ErrorCategory category() {
        return category;
    }
}
