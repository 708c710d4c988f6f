package io.claribi.dashboards;

import io.claribi.kernel.AccountId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A dashboard as a list shows it. */
public record DashboardSummary(
        DashboardId id,
        String name,
        @Nullable UUID dataSourceId,
        int widgetCount,
        AccountId createdBy,
        Instant createdAt,
        Instant updatedAt) {}
