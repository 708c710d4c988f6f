package io.claribi.access;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Whether a member may do anything: a disabled one keeps the place and may do nothing. */
public enum MemberStatus {
    @JsonProperty("active")
    ACTIVE,
    @JsonProperty("disabled")
    DISABLED;

    static MemberStatus ofWireName(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
