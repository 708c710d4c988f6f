package io.claribi.connectors;

import io.claribi.kernel.ErrorCategory;
import io.claribi.kernel.ErrorCode;

/** How data sources fail. */
public enum ConnectorsError implements ErrorCode {
    DATA_SOURCE_NOT_FOUND(ErrorCategory.NOT_FOUND),
    TABLE_NOT_FOUND(ErrorCategory.NOT_FOUND),
    SAMPLE_NOT_FOUND(ErrorCategory.NOT_FOUND),
    DATA_SOURCE_NAME_TAKEN(ErrorCategory.CONFLICT),
    UPLOAD_MALFORMED(ErrorCategory.MALFORMED),
    UPLOAD_NOT_MULTIPART(ErrorCategory.UNSUPPORTED_MEDIA),
    INVALID_NAME(ErrorCategory.UNPROCESSABLE),
    TOO_MANY_UPLOADS(ErrorCategory.TOO_MANY),
    DISK_SHORT(ErrorCategory.UNAVAILABLE);

    private final ErrorCategory category;

    ConnectorsError(ErrorCategory category) {
        this.category = category;
    }

    @Override
    public ErrorCategory category() {
        return category;
    }
}
