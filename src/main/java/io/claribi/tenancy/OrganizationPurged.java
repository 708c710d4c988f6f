package io.claribi.tenancy;

import io.claribi.kernel.OrganizationId;

/** The last row of an organization is deleted; whatever refers to it elsewhere goes in the same transaction. */
public record OrganizationPurged(OrganizationId organization) {}
