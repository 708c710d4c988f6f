package io.claribi.access;

import io.claribi.access.roles.BuiltInRole;
import io.claribi.access.roles.Role;
import io.claribi.identity.Account;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A member as others see them.
 *
 * @param lastActiveAt when they last did something in the organization, as far as their sessions there are remembered; to
 *     within minutes
 * @param mfaEnabled whether they have a second factor
 */
public record Member(
        Account account,
        Role role,
        MemberStatus status,
        Instant joinedAt,
        @Nullable Instant lastActiveAt,
        boolean mfaEnabled) {

    boolean isOwner() {
        return role == BuiltInRole.OWNER;
    }
}
