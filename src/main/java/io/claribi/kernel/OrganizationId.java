package io.claribi.kernel;

import java.util.UUID;

public record OrganizationId(UUID value) {
    public static OrganizationId next() {
        return new OrganizationId(Ids.next());
    }
}
