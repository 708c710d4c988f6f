package io.claribi.access.roles;

import io.claribi.kernel.Grants;
import org.jspecify.annotations.Nullable;

/**
 * A role that an organization made itself.
 *
 * @param base from which it was begun; it holds what it holds, whatever becomes of the base
 */
public record CustomRole(
        CustomRoleId id,
        String name,
        String description,
        @Nullable BuiltInRole base,
        Grants grants) implements Role {

    @Override
    public String wireName() {
        return id.value().toString();
    }

    @Override
    public String title() {
        return name;
    }
}
