package io.claribi.query;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.claribi.warehouse.ColumnType;
import java.util.Locale;

/** The periods that dates and times are gathered into, in UTC. A week begins on Monday (ISO 8601). */
public enum Grain {
    @JsonProperty("minute")
    MINUTE,
    @JsonProperty("hour")
    HOUR,
    @JsonProperty("day")
    DAY,
    @JsonProperty("week")
    WEEK,
    @JsonProperty("month")
    MONTH,
    @JsonProperty("quarter")
    QUARTER,
    @JsonProperty("year")
    YEAR;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean takes(ColumnType type) {
        return type == ColumnType.TIMESTAMP || type == ColumnType.DATE && isOfDays();
    }

    /** A period of whole days is a date, so that no reader's time zone can move it into another month. */
    ColumnType type() {
        return isOfDays() ? ColumnType.DATE : ColumnType.TIMESTAMP;
    }

    private boolean isOfDays() {
        return compareTo(DAY) >= 0;
    }
}
