package io.claribi.identity;

import io.claribi.kernel.OrganizationId;

/**
 * Somebody registered and with it made an organization. Published inside the transaction that made both, bound to the
 * new organization.
 */
public record OrganizationFounded(OrganizationId organization, Account founder) {}
