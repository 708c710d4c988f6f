package io.claribi.identity;

import io.claribi.kernel.ErrorCategory;
import io.claribi.kernel.ErrorCode;

public enum IdentityError implements ErrorCode {
    BAD_CREDENTIALS(ErrorCategory.UNAUTHENTICATED),
    /** The registration waits for its address to be confirmed. */
    EMAIL_NOT_VERIFIED(ErrorCategory.FORBIDDEN),
    /** At log-in; for somebody who is logged in it is {@link MfaError#MFA_CODE_INVALID}. */
    MFA_CODE_INVALID(ErrorCategory.UNAUTHENTICATED),
    /** The log-in that a code was asked for is over, or somebody else's. */
    MFA_TOKEN_INVALID(ErrorCategory.UNAUTHENTICATED),
    NO_ORGANIZATION(ErrorCategory.FORBIDDEN),
    PASSWORD_BREACHED(ErrorCategory.UNPROCESSABLE),
    PASSWORD_HOLDS_EMAIL(ErrorCategory.UNPROCESSABLE),
    PASSWORD_HOLDS_NAME(ErrorCategory.UNPROCESSABLE),
    PASSWORD_TOO_LONG(ErrorCategory.UNPROCESSABLE),
    PASSWORD_TOO_SHORT(ErrorCategory.UNPROCESSABLE),
    PASSWORD_WORK_BUSY(ErrorCategory.UNAVAILABLE),
    /** Whoever runs the server lets nobody register, or not at this address, without an invitation. */
    REGISTRATION_CLOSED(ErrorCategory.FORBIDDEN),
    /** Whoever makes the first organization of a server by its link took an address that has an account. */
    REGISTRATION_ADDRESS_TAKEN(ErrorCategory.CONFLICT),
    /** Not a link for a new password, or not one that is good any more. */
    RESET_TOKEN_INVALID(ErrorCategory.UNPROCESSABLE),
    /** The session is over, or its refresh token is not the one that continues it. */
    SESSION_ENDED(ErrorCategory.UNAUTHENTICATED),
    SESSION_NOT_FOUND(ErrorCategory.NOT_FOUND),
    /** The organization that somebody wants to enter would have ended the session by now. */
    SESSION_TOO_OLD(ErrorCategory.FORBIDDEN),
    /** What was asked for wants a proof, within minutes, that the session's owner is at the keyboard. */
    STEP_UP_REQUIRED(ErrorCategory.FORBIDDEN),
    /** One of our access tokens, but an old one. */
    TOKEN_EXPIRED(ErrorCategory.UNAUTHENTICATED),
    /** Not one of our access tokens. */
    TOKEN_INVALID(ErrorCategory.UNAUTHENTICATED),
    TOO_MANY_ATTEMPTS(ErrorCategory.TOO_MANY),
    /** Not a link or code that confirms an address, or not one that is good any more. */
    VERIFICATION_INVALID(ErrorCategory.UNPROCESSABLE);

    private final ErrorCategory category;

    IdentityError(ErrorCategory category) {
        this.category = category;
    }

    @Override
    public ErrorCategory category() {
        return category;
    }
}
