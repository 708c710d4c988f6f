package io.claribi.identity;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What of something was changed, before and after, for the trail. */
public final class ChangeDetails {
    private final Map<String, String> details = new LinkedHashMap<>();

    public ChangeDetails of(String name, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            details.put(name + ".before", text(before));
            details.put(name + ".after", text(after));
        }
        return this;
    }

    public Map<String, String> toMap() {
        return Map.copyOf(details);
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
