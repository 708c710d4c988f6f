package io.claribi.access;

import io.claribi.kernel.Caller;
import io.claribi.kernel.Permission;

/** What a caller may do with a member: nothing to the Owner, and nothing to who holds more than they do. */
public record MemberRights(boolean changeRole, boolean disable, boolean remove, boolean resetMfa, boolean endSessions) {

    public static MemberRights of(Caller caller, Member member) {
        boolean you = caller.account().equals(member.account().id());
        boolean covered =
                !member.isOwner() && caller.grants().include(member.role().grants());
        boolean edit = caller.can(Permission.EDIT_USERS);
        return new MemberRights(
                covered && caller.can(Permission.ASSIGN_ROLES),
                covered && edit && !you,
                covered && caller.can(Permission.REMOVE_USERS),
                covered && edit && !you && member.mfaEnabled(),
                (covered || you) && edit);
    }
}
