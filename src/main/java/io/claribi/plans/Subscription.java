package io.claribi.plans;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The plan that an organization has.
 *
 * @param trialEndsAt when it gives way to the next one; absent of a plan that stays
 */
public record Subscription(
        Plan plan, Instant since, @Nullable Instant trialEndsAt) {}
