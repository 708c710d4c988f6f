package io.claribi.dashboards;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.NOT_REQUIRED;

import io.claribi.kernel.Ids;
import io.claribi.query.Query;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A tile of a dashboard: a query and how its result is drawn.
 *
 * @param id unique in its dashboard; made when absent
 * @param trend of a metric: its measure over time, drawn small beside it
 */
public record Widget(
        @Schema(requiredMode = NOT_REQUIRED) String id,
        WidgetType type,
        String title,
        @Nullable String subtitle,
        Query query,
        @Nullable Query trend,
        Layout layout,
        @Schema(requiredMode = NOT_REQUIRED) WidgetOptions options) {
    @SuppressWarnings("NullAway") // JSON can leave them out
    public Widget {
        id = id == null ? Ids.next().toString() : id;
        options = options == null ? WidgetOptions.USUAL : options;
    }
}
