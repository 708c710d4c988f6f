package io.claribi.connectors;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How a data source is doing. */
public enum SourceStatus {
    ACTIVE,
    SYNCING,
    PAUSED,
    ERROR;

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    static SourceStatus ofWireName(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }
}
