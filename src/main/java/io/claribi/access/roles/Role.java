package io.claribi.access.roles;

import io.claribi.kernel.Grants;

/** What a member is in an organization: one of the roles that all have, or one that this organization made itself. */
public sealed interface Role permits BuiltInRole, CustomRole {

    /** How it is referred to: a built-in one by its name in lower case, a custom one by its id. */
    String wireName();

    /** As people know it. */
    String title();

    /** What it is for, for people; empty if nobody said. */
    String description();

    Grants grants();
}
