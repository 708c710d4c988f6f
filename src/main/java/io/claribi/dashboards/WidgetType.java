package io.claribi.dashboards;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How a widget shows its result. */
public enum WidgetType {
    METRIC,
    LINE,
    AREA,
    BAR,
    PIE,
    HISTOGRAM,
    SCATTER,
    TABLE;

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
