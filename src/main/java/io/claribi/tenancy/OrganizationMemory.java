package io.claribi.tenancy;

import io.claribi.kernel.OrganizationId;

/** What a node keeps in memory of organizations. A bean of it is told when one is gone, lest it keep it any longer. */
public interface OrganizationMemory {

    /** Called on every node once the organization's last row is deleted, with no organization bound. */
    void forget(OrganizationId organization);

    /** Called where it may have been missed that some are gone. */
    void forgetAll();
}
