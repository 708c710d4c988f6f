package io.claribi.jobs;

import io.claribi.kernel.ErrorCategory;
import io.claribi.kernel.ErrorCode;

enum JobsError implements ErrorCode {
    JOB_NOT_FOUND(ErrorCategory.NOT_FOUND),
    JOB_FINISHED(ErrorCategory.CONFLICT),
    /** Whoever the job was for is no active member any more. */
    MEMBERSHIP_ENDED(ErrorCategory.FORBIDDEN),
    JOB_GAVE_UP(ErrorCategory.INTERNAL),
    /** It was disabled, or is about to be deleted. */
    ORGANIZATION_NOT_AT_WORK(ErrorCategory.FORBIDDEN);

    private final ErrorCategory category;

    JobsError(ErrorCategory category) {
        this.category = category;
    }

    @Override
    public ErrorCategory category() {
        return category;
    }
}
