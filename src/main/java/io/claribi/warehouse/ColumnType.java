package io.claribi.warehouse;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The types a column of a table can have, whatever it came from. */
public enum ColumnType {
    TEXT,
    INTEGER,
    DECIMAL,
    BOOLEAN,
    DATE,
    TIMESTAMP,
    TIME;

    /** Its name on the wire: lower case. */
    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean isNumeric() {
        return this == INTEGER || this == DECIMAL;
    }

    /** Whether it has a day, so that time grains apply. */
    public boolean isTemporal() {
        return this == DATE || this == TIMESTAMP;
    }
}
