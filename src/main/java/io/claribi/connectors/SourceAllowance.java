package io.claribi.connectors;

import io.claribi.kernel.AppException;
import io.claribi.plans.Entitlements;
import io.claribi.plans.Limit;
import io.claribi.plans.Plan;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * What the organization's plan allows its sources. As many of the oldest as it allows go on, the others pause. That is
 * judged whenever it is asked and kept nowhere, so a larger plan, or one source less, lets them go on by itself.
 */
@Component
class SourceAllowance {
    private final DataSourceStore sources;
    private final Entitlements entitlements;

    SourceAllowance(DataSourceStore sources, Entitlements entitlements) {
        this.sources = sources;
        this.entitlements = entitlements;
    }

    /** The sources, those as paused that may not go on. */
    List<DataSource> judged(List<DataSource> found) {
        Plan plan = entitlements.plan();
        long allowed = plan.limit(Limit.DATA_SOURCES);
        Set<DataSourceId> goOn = sources.listOldest(allowed);
        String reason =
                "The plan %s keeps the %d oldest sources up to date. This one goes on with a larger plan, or when an older one is deleted."
                        .formatted(plan.name(), allowed);
        return found.stream()
                .map(source -> goOn.contains(source.id()) ? source : source.paused(reason))
                .toList();
    }

    /**
     * Takes a place for another source until the transaction ends.
     *
     * @throws AppException PLAN_LIMIT_REACHED
     */
    void reservePlace() {
        entitlements.reserve(Limit.DATA_SOURCES, sources::count, 1);
    }

    /**
     * Takes room for a source's tables until the transaction ends. What it takes already does not count: it goes when the
     * new ones come.
     *
     * @throws AppException PLAN_LIMIT_REACHED
     */
    void reserveStorage(DataSourceId source, long bytes) {
        entitlements.reserve(Limit.STORAGE, () -> sources.storedBytesBut(source), bytes);
    }

    /**
     * The same without taking it, for early refusals.
     *
     * @throws AppException PLAN_LIMIT_REACHED
     */
    void checkStorage(DataSourceId source, long bytes) {
        entitlements.check(Limit.STORAGE, sources.storedBytesBut(source) + bytes);
    }

    /**
     * @throws AppException PLAN_LIMIT_REACHED unless the source may take new rows
     */
    void checkGoesOn(DataSourceId source) {
        entitlements.check(Limit.DATA_SOURCES, sources.place(source));
    }
}
