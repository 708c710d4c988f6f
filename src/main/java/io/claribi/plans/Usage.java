package io.claribi.plans;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How much of its plan the current organization uses: of all limits that something measures. */
@Component
public class Usage {
    private final ObjectProvider<UsageMeter> meters;
    private final Entitlements entitlements;

    Usage(ObjectProvider<UsageMeter> meters, Entitlements entitlements) {
        this.meters = meters;
        this.entitlements = entitlements;
    }

    @Transactional(readOnly = true)
    public List<Use> list() {
        Plan plan = entitlements.plan();
        return meters.stream()
                .sorted(Comparator.comparing(UsageMeter::limit))
                .map(meter -> new Use(
                        meter.limit(),
                        meter.used(),
                        plan.limit(meter.limit()),
                        meter.resetsAt().orElse(null)))
                .toList();
    }

    /**
     * @param used may be more than {@code allowed}, after a change to a smaller plan
     * @param resetsAt when nothing is used again; absent of what does not end by itself
     */
    public record Use(
            Limit limit, long used, long allowed, @Nullable Instant resetsAt) {}
}
