package io.claribi.audit;

import io.claribi.kernel.Ids;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * From one moment on, until before another. Rows are ordered by their ids, which tell the moment they were made at, so
 * a period is a range of the primary key as well; a minute more at both ends is for clocks that were set meanwhile.
 */
record AuditPeriod(Instant from, Instant to) {
    private static final Duration SLACK = Duration.ofMinutes(1);

    static AuditPeriod of(@Nullable Instant from, @Nullable Instant to) {
        return new AuditPeriod(from == null ? Instant.MIN : from, to == null ? Instant.MAX : to);
    }

    /** The part of it that is between the two. */
    AuditPeriod within(Instant earliest, Instant latest) {
        return new AuditPeriod(
                from.isAfter(earliest) ? clamped(from, earliest, latest) : earliest, clamped(to, earliest, latest));
    }

    private static Instant clamped(Instant time, Instant earliest, Instant latest) {
        if (time.isBefore(earliest)) {
            return earliest;
        }
        return time.isAfter(latest) ? latest : time;
    }

    UUID firstId() {
        return Ids.lowest(from.minus(SLACK));
    }

    UUID endId() {
        return Ids.lowest(to.plus(SLACK));
    }
}
