package io.claribi.access.roles;

import io.claribi.kernel.Ids;
import java.util.UUID;

public record CustomRoleId(UUID value) {
    static CustomRoleId next() {
        return new CustomRoleId(Ids.next());
    }
}
