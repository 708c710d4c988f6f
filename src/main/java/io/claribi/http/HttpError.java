package io.claribi.http;

import io.claribi.kernel.ErrorCategory;
import io.claribi.kernel.ErrorCode;

/** What can be wrong with a request before any module has looked at what it asks. */
public enum HttpError implements ErrorCode {
    MALFORMED_REQUEST(ErrorCategory.MALFORMED),
    MALFORMED_JSON(ErrorCategory.MALFORMED),
    PARAMETER_INVALID(ErrorCategory.MALFORMED),
    PAGE_TOKEN_INVALID(ErrorCategory.MALFORMED),
    INVALID_INPUT(ErrorCategory.UNPROCESSABLE),
    AUTHENTICATION_REQUIRED(ErrorCategory.UNAUTHENTICATED),
    PERMISSION_DENIED(ErrorCategory.FORBIDDEN),
    /** Programs that come with an API key can't do it; somebody who is logged in can. */
    SESSION_REQUIRED(ErrorCategory.FORBIDDEN),
    CROSS_SITE_REQUEST(ErrorCategory.FORBIDDEN),
    ROUTE_NOT_FOUND(ErrorCategory.NOT_FOUND),
    METHOD_NOT_ALLOWED(ErrorCategory.METHOD_NOT_ALLOWED),
    NOT_ACCEPTABLE(ErrorCategory.NOT_ACCEPTABLE),
    REQUEST_TOO_LARGE(ErrorCategory.TOO_LARGE),
    MEDIA_TYPE_UNSUPPORTED(ErrorCategory.UNSUPPORTED_MEDIA),
    TOO_MANY_REQUESTS(ErrorCategory.TOO_MANY),
    /** What an organization has in hand takes more memory than its part. */
    TOO_MUCH_AT_ONCE(ErrorCategory.TOO_MANY),
    SERVER_MEMORY_BUSY(ErrorCategory.UNAVAILABLE),
    UNAVAILABLE(ErrorCategory.UNAVAILABLE),
    INTERNAL_ERROR(ErrorCategory.INTERNAL);

    private final ErrorCategory category;

    HttpError(ErrorCategory category) {
        this.category = category;
    }

    @Override
    public ErrorCategory category() {
        return category;
    }
}
