package io.claribi.access.keys;

import io.claribi.kernel.ErrorCategory;
import io.claribi.kernel.ErrorCode;

public enum ApiKeyError implements ErrorCode {
    API_KEY_EXPIRED(ErrorCategory.UNAUTHENTICATED),
    /** It was never one, or was revoked: which of them is nobody's business who does not have it. */
    API_KEY_INVALID(ErrorCategory.UNAUTHENTICATED),
    API_KEY_NOT_FOUND(ErrorCategory.NOT_FOUND),
    /** It has made as many requests in this hour as the plan allows. */
    API_KEY_QUOTA_USED(ErrorCategory.TOO_MANY),
    /** Whoever made it is kept out of the organization for now. */
    API_KEY_SUSPENDED(ErrorCategory.UNAUTHENTICATED),
    /** A person has as many as one may. */
    TOO_MANY_API_KEYS(ErrorCategory.CONFLICT);

    private final ErrorCategory category;

    ApiKeyError(ErrorCategory category) {
        this.category = category;
    }

    @Override
    public ErrorCategory category() {
        return category;
    }
}
