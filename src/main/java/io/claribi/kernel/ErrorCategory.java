package io.claribi.kernel;

/** What kind of failure an {@link ErrorCode} is; the HTTP status follows from it in one place. */
public enum ErrorCategory {
    MALFORMED,
    UNAUTHENTICATED,
    PLAN,
    FORBIDDEN,
    NOT_FOUND,
    METHOD_NOT_ALLOWED,
    NOT_ACCEPTABLE,
    CONFLICT,
    STALE,
    TOO_LARGE,
    UNSUPPORTED_MEDIA,
    UNPROCESSABLE,
    TOO_MANY,
    UNAVAILABLE,
    INTERNAL
}
