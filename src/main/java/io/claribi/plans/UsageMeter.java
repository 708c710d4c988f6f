package io.claribi.plans;

import java.time.Instant;
import java.util.Optional;

/** Measures how much of a limit the current organization uses, in the transaction around. */
public interface UsageMeter {

    Limit limit();

    long used();

    /** When nothing of it is used again, if that comes by itself. */
    default Optional<Instant> resetsAt() {
        return Optional.empty();
    }
}
