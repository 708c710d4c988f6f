package io.claribi.dashboards;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a dashboard shows.
 *
 * @param dataSourceId the source it was made for, if it was made for one
 */
public record DashboardContent(
        String name, @Nullable UUID dataSourceId, List<Widget> widgets, List<DashboardFilter> filters) {
    @SuppressWarnings("NullAway") // JSON can leave the lists out
    public DashboardContent {
        widgets = widgets == null ? List.of() : List.copyOf(widgets);
        filters = filters == null ? List.of() : List.copyOf(filters);
    }
}
