package io.claribi.dashboards;

import io.claribi.kernel.Ids;
import java.util.UUID;

public record DashboardId(UUID value) {
    public static DashboardId next() {
        return new DashboardId(Ids.next());
    }
}
