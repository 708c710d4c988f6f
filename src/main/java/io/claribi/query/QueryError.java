package io.claribi.query;

import io.claribi.kernel.ErrorCategory;
import io.claribi.kernel.ErrorCode;

/** How queries and exports fail. */
public enum QueryError implements ErrorCode {
    INVALID_QUERY(ErrorCategory.UNPROCESSABLE),
    RESULT_TOO_LARGE(ErrorCategory.UNPROCESSABLE),
    EXPORT_TOO_LARGE(ErrorCategory.UNPROCESSABLE),
    TOO_MANY_QUERIES(ErrorCategory.TOO_MANY);

    private final ErrorCategory category;

    QueryError(ErrorCategory category) {
        this.category = category;
    }

    @Override
    public ErrorCategory category() {
        return category;
    }
}
