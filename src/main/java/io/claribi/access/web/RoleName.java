package io.claribi.access.web;

import io.claribi.access.roles.Role;

/** A role, where only which one it is matters. */
record RoleName(String id, String name) {
    static RoleName of(Role role) {
        return new RoleName(role.wireName(), role.title());
    }
}
