package io.claribi.dashboards;

import java.time.Instant;

/** A dashboard as it is kept. */
public record Dashboard(DashboardId id, DashboardContent content, Instant createdAt, Instant updatedAt) {}
