package io.claribi.query;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.claribi.warehouse.ColumnType;

/**
 * How a filter compares. What is <em>not</em> equal or in a list includes rows without a value, as people mean it,
 * unless the list itself names the missing value. Texts are searched without regard to case.
 */
public enum FilterOperator {
    @JsonProperty("equals")
    EQUALS("equals", 1, 1),
    @JsonProperty("notEquals")
    NOT_EQUALS("notEquals", 1, 1),
    @JsonProperty("in")
    IN("in", 1, QueryRules.MAX_FILTER_VALUES),
    @JsonProperty("notIn")
    NOT_IN("notIn", 1, QueryRules.MAX_FILTER_VALUES),
    @JsonProperty("greaterThan")
    GREATER_THAN("greaterThan", 1, 1),
    @JsonProperty("greaterThanOrEquals")
    GREATER_THAN_OR_EQUALS("greaterThanOrEquals", 1, 1),
    @JsonProperty("lessThan")
    LESS_THAN("lessThan", 1, 1),
    @JsonProperty("lessThanOrEquals")
    LESS_THAN_OR_EQUALS("lessThanOrEquals", 1, 1),
    /** Both ends inclusive. */
    @JsonProperty("between")
    BETWEEN("between", 2, 2),
    @JsonProperty("contains")
    CONTAINS("contains", 1, 1),
    @JsonProperty("startsWith")
    STARTS_WITH("startsWith", 1, 1),
    @JsonProperty("isNull")
    IS_NULL("isNull", 0, 0),
    @JsonProperty("isNotNull")
    IS_NOT_NULL("isNotNull", 0, 0);

    private final String wireName;
    private final int least;
    private final int most;

    FilterOperator(String wireName, int least, int most) {
        this.wireName = wireName;
        this.least = least;
        this.most = most;
    }

    public String wireName() {
        return wireName;
    }

    boolean takes(int values) {
        return least <= values && values <= most;
    }

    String arity() {
        return switch (most) {
            case 0 -> "no values";
            case 1 -> "one value";
            case 2 -> "two values";
            default -> "1 to %,d values".formatted(most);
        };
    }

    boolean takes(ColumnType type) {
        return switch (this) {
            case EQUALS, NOT_EQUALS, IN, NOT_IN, IS_NULL, IS_NOT_NULL -> true;
            case GREATER_THAN, GREATER_THAN_OR_EQUALS, LESS_THAN, LESS_THAN_OR_EQUALS, BETWEEN ->
                type != ColumnType.BOOLEAN;
            case CONTAINS, STARTS_WITH -> type == ColumnType.TEXT;
        };
    }

    /** Whether a missing value can be among its values. */
    boolean takesMissing() {
        return this == EQUALS || this == NOT_EQUALS || this == IN || this == NOT_IN;
    }
}
