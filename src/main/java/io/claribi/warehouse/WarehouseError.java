package io.claribi.warehouse;

import io.claribi.kernel.ErrorCategory;
import io.claribi.kernel.ErrorCode;

/** The ways in which a query or an import fails. */
public enum WarehouseError implements ErrorCode {
    WAREHOUSE_BUSY(ErrorCategory.TOO_MANY),
    QUERY_TIMEOUT(ErrorCategory.UNPROCESSABLE),
    QUERY_TOO_LARGE(ErrorCategory.UNPROCESSABLE),
    QUERY_OUT_OF_RANGE(ErrorCategory.UNPROCESSABLE),
    QUERY_CANCELLED(ErrorCategory.UNAVAILABLE),
    TABLE_GONE(ErrorCategory.CONFLICT),

    FILE_FORMAT_UNSUPPORTED(ErrorCategory.UNSUPPORTED_MEDIA),
    FILE_EMPTY(ErrorCategory.UNPROCESSABLE),
    FILE_UNREADABLE(ErrorCategory.UNPROCESSABLE),
    FILE_TYPE_MISMATCH(ErrorCategory.UNPROCESSABLE),
    FILE_PROTECTED(ErrorCategory.UNPROCESSABLE),
    FILE_TOO_MANY_COLUMNS(ErrorCategory.UNPROCESSABLE),
    FILE_TOO_MANY_ROWS(ErrorCategory.UNPROCESSABLE),
    FILE_TOO_MANY_SHEETS(ErrorCategory.UNPROCESSABLE),
    FILE_CELL_TOO_LARGE(ErrorCategory.UNPROCESSABLE),
    FILE_ROW_TOO_LARGE(ErrorCategory.UNPROCESSABLE),
    FILE_NESTED_TOO_DEEP(ErrorCategory.UNPROCESSABLE),
    FILE_EXPANDS_TOO_FAR(ErrorCategory.UNPROCESSABLE),
    FILE_NEEDS_TOO_MUCH(ErrorCategory.UNPROCESSABLE);

    private final ErrorCategory category;

    WarehouseError(ErrorCategory category) {
        this.category = category;
    }

    @Override
    public ErrorCategory category() {
        return category;
    }
}
