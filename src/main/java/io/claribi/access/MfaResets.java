package io.claribi.access;

import static io.claribi.access.AccessError.MFA_RESET_REFUSED;

import io.claribi.identity.Accounts;
import io.claribi.identity.FactorChanges;
import io.claribi.kernel.AccountId;
import io.claribi.kernel.AppException;
import io.claribi.kernel.Caller;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Helps members who lost their second factor and their backup codes. */
@Component
public class MfaResets {
    private final Members members;
    private final Accounts accounts;
    private final FactorChanges changes;

    MfaResets(Members members, Accounts accounts, FactorChanges changes) {
        this.members = members;
        this.accounts = accounts;
        this.changes = changes;
    }

    /**
     * Takes a member's second factors away and ends their sessions; the password is what it was. Refused is one's own,
     * which takes password and code, lest a stolen session does without; and that of a member of further organizations,
     * whose protection is not one organization's to lower.
     *
     * @throws AppException MEMBER_NOT_FOUND, OWNER_PROTECTED, MFA_RESET_REFUSED or MFA_NOT_ENABLED
     */
    @Transactional
    public void reset(Caller caller, AccountId member) {
        members.checkCanManage(caller, member);
        if (member.equals(caller.account())) {
            throw new AppException(
                    MFA_RESET_REFUSED, "Disable your own second factor in your security settings, with a code of it.");
        }
        if (accounts.listOrganizations(member).size() > 1) {
            throw new AppException(
                    MFA_RESET_REFUSED,
                    "One organization alone can't reset this second factor. A backup code or the operator can help.");
        }
        changes.reset(member);
    }
}
