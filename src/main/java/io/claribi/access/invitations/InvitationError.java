package io.claribi.access.invitations;

import io.claribi.kernel.ErrorCategory;
import io.claribi.kernel.ErrorCode;

enum InvitationError implements ErrorCode {
    ALREADY_INVITED(ErrorCategory.CONFLICT),
    ALREADY_MEMBER(ErrorCategory.CONFLICT),
    INVITATION_ACCEPTED(ErrorCategory.CONFLICT),
    INVITATION_EXPIRED(ErrorCategory.CONFLICT),
    /** Withdrawn, sent anew, or never there. */
    INVITATION_NOT_FOUND(ErrorCategory.NOT_FOUND),
    /** Whoever gave its role may not give it any more. */
    INVITATION_VOID(ErrorCategory.CONFLICT),
    /** It is for another address than the one of who is logged in. */
    OTHER_ACCOUNT(ErrorCategory.FORBIDDEN),
    TOO_MANY_INVITATIONS(ErrorCategory.TOO_MANY);

    private final ErrorCategory category;

    InvitationError(ErrorCategory category) {
        this.category = category;
    }

    @Override
    public ErrorCategory category() {
        return category;
    }
}
