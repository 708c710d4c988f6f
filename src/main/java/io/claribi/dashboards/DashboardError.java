package io.claribi.dashboards;

import io.claribi.kernel.ErrorCategory;
import io.claribi.kernel.ErrorCode;

/** How dashboards fail. */
public enum DashboardError implements ErrorCode {
    DASHBOARD_NOT_FOUND(ErrorCategory.NOT_FOUND),
    DASHBOARD_CHANGED(ErrorCategory.STALE),
    INVALID_DASHBOARD(ErrorCategory.UNPROCESSABLE),
    INVALID_FILTER(ErrorCategory.UNPROCESSABLE),
    TOO_MANY_DASHBOARDS(ErrorCategory.CONFLICT),
    /** Of a widget: its table is gone. */
    TABLE_NOT_FOUND(ErrorCategory.NOT_FOUND),
    /** Of a widget: something broke that is not the reader's to mend. */
    WIDGET_FAILED(ErrorCategory.INTERNAL);

    private final ErrorCategory category;

    DashboardError(ErrorCategory category) {
        this.category = category;
    }

    @Override
    public ErrorCategory category() {
        return category;
    }
}
