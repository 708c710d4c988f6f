package io.claribi.tenancy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Since when an organization has a plan, and until when.
 *
 * @param endsAt when it gives way to {@code next}; both are absent of a plan that stays
 */
public record PlanTerm(
        String plan,
        Instant since,
        @Nullable Instant endsAt,
        @Nullable String next) {
    public PlanTerm {
        if ((endsAt == null) != (next == null)) {
            throw new IllegalArgumentException("A plan that ends has one that follows");
        }
    }

    /** A plan that stays. */
    public static PlanTerm lasting(String plan, Instant since) {
        return new PlanTerm(plan, since, null, null);
    }
}
