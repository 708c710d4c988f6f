package io.claribi.dashboards;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How numbers are written. */
public enum ValueFormat {
    NUMBER,
    /** Money, in the currency that the unit names (ISO 4217) if it is known. */
    CURRENCY,
    /** A fraction: 0.12 is 12 %. What is in percent already is a number with the unit %. */
    PERCENT;

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
