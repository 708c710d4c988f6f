package io.claribi.identity;

import io.claribi.kernel.SessionId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A session as its owner and administrators see it.
 *
 * @param current whether it is the one in which this was asked
 * @param lastUsedAt to the minute
 */
public record SessionView(
        UUID id,
        boolean current,
        DeviceView device,
        @Nullable String ip,
        @Nullable String userAgent,
        Instant createdAt,
        Instant lastUsedAt) {

    static SessionView of(OpenSession open, SessionId current) {
        return new SessionView(
                open.session().id().value(),
                open.session().id().equals(current),
                DeviceView.of(open.device()),
                open.ip(),
                open.userAgent(),
                open.session().createdAt(),
                open.session().lastUsedAt());
    }

    /** What the user agent tells of itself. */
    public record DeviceView(
            @Nullable String browser, @Nullable String system, UserAgent.Kind kind) {
        static DeviceView of(UserAgent agent) {
            return new DeviceView(agent.browser(), agent.system(), agent.kind());
        }
    }

    /** There are at most a hundred, so they are not paged. */
    public record SessionListView(List<SessionView> items) {
        public static SessionListView of(List<OpenSession> sessions, SessionId current) {
            return new SessionListView(
                    sessions.stream().map(open -> SessionView.of(open, current)).toList());
        }
    }
}
