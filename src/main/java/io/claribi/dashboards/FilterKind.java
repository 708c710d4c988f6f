package io.claribi.dashboards;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a filter of a dashboard chooses by. */
public enum FilterKind {
    @JsonProperty("dateRange")
    DATE_RANGE,
    @JsonProperty("category")
    CATEGORY
}
