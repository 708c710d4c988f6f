package io.claribi.jobs;

import io.claribi.kernel.OrganizationId;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** How many jobs of one organization may run on this node at a time, so that one can't keep all threads. */
final class OrganizationSlots {
    private final int perOrganization;
    private final ConcurrentMap<OrganizationId, Integer> taken = new ConcurrentHashMap<>();

    OrganizationSlots(int perOrganization) {
        this.perOrganization = perOrganization;
    }

    boolean tryTake(OrganizationId organization) {
        var got = new AtomicBoolean();
        taken.compute(organization, (key, count) -> {
            int now = count == null ? 0 : count;
            got.set(now < perOrganization);
            return got.get() ? Integer.valueOf(now + 1) : count;
        });
        return got.get();
    }

    void giveBack(OrganizationId organization) {
        taken.computeIfPresent(organization, (key, count) -> count == 1 ? null : count - 1);
    }
}
