package io.claribi.dashboards;

import io.claribi.kernel.AccountId;
import java.time.Instant;

/**
 * A dashboard as it is kept.
 *
 * @param revision counts its changes; a change made from an older one is refused
 */
public record Dashboard(
        DashboardId id,
        DashboardContent content,
        long revision,
        AccountId createdBy,
        Instant createdAt,
        Instant updatedAt) {}
