package io.claribi.query;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.claribi.warehouse.ColumnType;

/** How a measure makes one value of many. */
public enum AggregateFunction {
    @JsonProperty("sum")
    SUM("sum"),
    @JsonProperty("average")
    AVERAGE("average"),
    /** Of values that are not missing; without a field, of rows. */
    @JsonProperty("count")
    COUNT("count"),
    @JsonProperty("min")
    MIN("min"),
    @JsonProperty("max")
    MAX("max"),
    @JsonProperty("median")
    MEDIAN("median"),
    @JsonProperty("distinctCount")
    DISTINCT_COUNT("distinctCount");

    private final String wireName;

    AggregateFunction(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }

    boolean takes(ColumnType type) {
        return switch (this) {
            case SUM, AVERAGE, MEDIAN -> type.isNumeric();
            case MIN, MAX -> type != ColumnType.BOOLEAN;
            case COUNT, DISTINCT_COUNT -> true;
        };
    }

    ColumnType of(ColumnType type) {
        return switch (this) {
            case SUM, MIN, MAX -> type;
            case AVERAGE, MEDIAN -> ColumnType.DECIMAL;
            case COUNT, DISTINCT_COUNT -> ColumnType.INTEGER;
        };
    }
}
