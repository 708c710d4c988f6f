package io.claribi.plans;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a plan bounds by a number. */
public enum Limit {
    MEMBERS("members"),
    DATA_SOURCES("data sources"),
    /** Bytes of tables at rest. */
    STORAGE("bytes of storage"),
    /** Bytes of one uploaded file. */
    FILE_SIZE("bytes in one file"),
    AI_CREDITS("AI credits a month"),
    API_REQUESTS("API requests an hour and key"),
    GENERATIONS("generations an hour and key"),
    /** Days for which a result may be cached. */
    RESULT_CACHE("days of cached results"),
    /** Days for which the organization's audit log can be read. */
    AUDIT_LOG("days of audit log");

    private final String text;

    Limit(String text) {
        this.text = text;
    }

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    String text() {
        return text;
    }
}
