package io.claribi.dashboards.web;

import io.claribi.dashboards.DashboardSummary;
import io.claribi.kernel.Caller;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Schema(name = "DashboardSummary")
record DashboardSummaryView(
        UUID id,
        String name,
        @Nullable UUID dataSourceId,
        int widgetCount,
        Instant createdAt,
        Instant updatedAt,
        DashboardRights can) {

    static DashboardSummaryView of(DashboardSummary summary, Caller caller) {
        return new DashboardSummaryView(
                summary.id().value(),
                summary.name(),
                summary.dataSourceId(),
                summary.widgetCount(),
                summary.createdAt(),
                summary.updatedAt(),
                DashboardRights.of(caller, summary.createdBy()));
    }
}
