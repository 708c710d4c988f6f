package io.claribi.tenancy;

import io.claribi.kernel.OrganizationId;

/** The Owner wants the organization deleted. Who has a reason why that can't begin yet throws it. */
public record OrganizationClosing(OrganizationId organization) {}
