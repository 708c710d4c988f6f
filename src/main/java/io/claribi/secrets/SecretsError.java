package io.claribi.secrets;

import io.claribi.kernel.ErrorCategory;
import io.claribi.kernel.ErrorCode;

enum SecretsError implements ErrorCode {
    PLATFORM_KEY_NOT_FOUND(ErrorCategory.NOT_FOUND),
    PLATFORM_KEY_USED(ErrorCategory.CONFLICT),
    /** A stored secret can't be opened: its key is lost, or it was tampered with. */
    SECRET_UNREADABLE(ErrorCategory.UNAVAILABLE);

    private final ErrorCategory category;

    SecretsError(ErrorCategory category) {
        this.category = category;
    }

    @Override
    public ErrorCategory category() {
        return category;
    }
}
