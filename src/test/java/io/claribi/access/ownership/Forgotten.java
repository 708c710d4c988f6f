package io.claribi.access.ownership;

import io.claribi.kernel.OrganizationId;
import io.claribi.tenancy.OrganizationMemory;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.springframework.stereotype.Component;

/** Remembers which organizations this node was told to forget. */
@Component
class Forgotten implements OrganizationMemory {
    final Queue<OrganizationId> organizations = new ConcurrentLinkedQueue<>();

    @Override
    public void forget(OrganizationId organization) {
        organizations.add(organization);
    }

    @Override
    public void forgetAll() {}
}
