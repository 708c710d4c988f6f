package io.claribi.identity.passkeys;

import io.claribi.kernel.ErrorCategory;
import io.claribi.kernel.ErrorCode;

enum PasskeyError implements ErrorCode {
    /** At log-in. */
    PASSKEY_REFUSED(ErrorCategory.UNAUTHENTICATED),
    /** When one is added. */
    PASSKEY_INVALID(ErrorCategory.UNPROCESSABLE),
    PASSKEY_NOT_FOUND(ErrorCategory.NOT_FOUND),
    PASSKEYS_FULL(ErrorCategory.CONFLICT),
    PASSKEYS_UNAVAILABLE(ErrorCategory.UNPROCESSABLE);

    private final ErrorCategory category;

    PasskeyError(ErrorCategory category) {
        this.category = category;
    }

    @Override
    public ErrorCategory category() {
        return category;
    }
}
