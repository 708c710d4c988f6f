package io.claribi.tenancy;

import io.claribi.kernel.OrganizationId;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Has every node forget an organization when it is gone. */
@Component
class Forgetting {
    private static final Logger log = LoggerFactory.getLogger(Forgetting.class);
    private static final String TOPIC = "organization-purged";

    private final Invalidations invalidations;
    private final ObjectProvider<OrganizationMemory> memories;

    Forgetting(Invalidations invalidations, ObjectProvider<OrganizationMemory> memories) {
        this.invalidations = invalidations;
        this.memories = memories;
        invalidations.listen(TOPIC, id -> forget(new OrganizationId(UUID.fromString(id))), this::forgetAll);
    }

    @EventListener
    void tell(OrganizationPurged event) {
        invalidations.announce(TOPIC, event.organization().value().toString());
    }

    private void forget(OrganizationId organization) {
        memories.forEach(memory -> memory.forget(organization));
        log.debug("Nothing of organization {} is in memory any more", organization.value());
    }

    private void forgetAll() {
        memories.forEach(OrganizationMemory::forgetAll);
    }
}
