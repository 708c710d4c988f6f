package io.claribi.query;

import com.fasterxml.jackson.annotation.JsonProperty;

public enum SortDirection {
    @JsonProperty("asc")
    ASC,
    @JsonProperty("desc")
    DESC
}
