package io.claribi.tenancy;

import io.claribi.kernel.OrganizationId;
import java.time.Instant;

public record Organization(OrganizationId id, String name, String plan, Instant createdAt) {}
