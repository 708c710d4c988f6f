package io.claribi.dashboards.web;

import io.claribi.dashboards.Dashboard;
import org.jspecify.annotations.Nullable;

/** A dashboard's revision as an entity tag (RFC 9110 §8.8.3). */
final class ETags {
    /** What no dashboard is at, so that a tag which is not ours never matches. */
    private static final long NONE = -1;

    private ETags() {}

    static String of(Dashboard dashboard) {
        return "\"%d\"".formatted(dashboard.revision());
    }

    /** The revision an {@code If-Match} names; nothing if it is absent or matches any. */
    static @Nullable Long revision(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.equals("*")) {
            return null;
        }
        return ifMatch.matches("\"[0-9]{1,18}\"") ? Long.parseLong(ifMatch.substring(1, ifMatch.length() - 1)) : NONE;
    }
}
