package io.claribi.dashboards.web;

import io.claribi.dashboards.Dashboard;
import io.claribi.dashboards.DashboardFilter;
import io.claribi.dashboards.Widget;
import io.claribi.kernel.Caller;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Schema(name = "Dashboard")
record DashboardView(
        UUID id,
        String name,
        @Nullable UUID dataSourceId,
        List<Widget> widgets,
        List<DashboardFilter> filters,
        Instant createdAt,
        Instant updatedAt,
        DashboardRights can) {

    static DashboardView of(Dashboard dashboard, Caller caller) {
        return new DashboardView(
                dashboard.id().value(),
                dashboard.content().name(),
                dashboard.content().dataSourceId(),
                dashboard.content().widgets(),
                dashboard.content().filters(),
                dashboard.createdAt(),
                dashboard.updatedAt(),
                DashboardRights.of(caller, dashboard.createdBy()));
    }
}
