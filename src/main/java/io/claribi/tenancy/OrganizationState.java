package io.claribi.tenancy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether an organization is at work.
 *
 * @param closesAt from when on everything of it is deleted, if its Owner wants that; also while it is disabled
 */
public record OrganizationState(Kind kind, @Nullable Instant closesAt) {
    static final OrganizationState GONE = new OrganizationState(Kind.GONE, null);

    static OrganizationState of(@Nullable Instant disabledAt, @Nullable Instant closesAt) {
        Kind kind = Kind.ACTIVE;
        if (disabledAt != null) {
            kind = Kind.DISABLED;
        } else if (closesAt != null) {
            kind = Kind.CLOSING;
        }
        return new OrganizationState(kind, closesAt);
    }

    public boolean isActive() {
        return kind == Kind.ACTIVE;
    }

    /** What it is, as far as its members are concerned. */
    public enum Kind {
        ACTIVE,
        /** By the operator. */
        DISABLED,
        /** Its Owner wants it deleted, and can still undo that. */
        CLOSING,
        /** There is none, or none any more. */
        GONE
    }
}
