package io.claribi.access.web;

import io.claribi.http.Change;
import io.claribi.http.InSession;
import io.claribi.http.Requires;
import io.claribi.http.WithoutSecondFactor;
import io.claribi.identity.AccountView;
import io.claribi.identity.Accounts;
import io.claribi.identity.EmailChanges;
import io.claribi.identity.OrganizationView;
import io.claribi.identity.Profile;
import io.claribi.identity.Profiles;
import io.claribi.identity.SecondFactors;
import io.claribi.identity.SecurityPolicies;
import io.claribi.kernel.AccountId;
import io.claribi.kernel.Caller;
import io.claribi.kernel.Permission;
import io.claribi.tenancy.Organizations;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class MeController {
    private final Accounts accounts;
    private final EmailChanges emailChanges;
    private final Profiles profiles;
    private final Organizations organizations;
    private final SecurityPolicies policies;
    private final SecondFactors factors;

    MeController(
            Accounts accounts,
            EmailChanges emailChanges,
            Profiles profiles,
            Organizations organizations,
            SecurityPolicies policies,
            SecondFactors factors) {
        this.accounts = accounts;
        this.emailChanges = emailChanges;
        this.profiles = profiles;
        this.organizations = organizations;
        this.policies = policies;
        this.factors = factors;
    }

    @GetMapping("/api/v1/me")
    @Requires
    @WithoutSecondFactor("tells who has to enrol that they have to")
    MeView get(Caller caller) {
        return view(caller);
    }

    @PatchMapping("/api/v1/me")
    @Requires
    @InSession("an account is the person's, in whatever organization")
    MeView change(Caller caller, @RequestBody MeChange request) {
        profiles.change(caller.account(), request::applyTo);
        return view(caller);
    }

    private MeView view(Caller caller) {
        AccountId account = caller.account();
        return new MeView(
                AccountView.of(accounts.get(account), emailChanges.findPending(account)),
                OrganizationView.of(organizations.get()),
                caller.role(),
                caller.roleName(),
                caller.permissions().stream().sorted().map(Permission::wireName).toList(),
                factors.isEnrolled(account),
                factors.takesCodes(account),
                factors.mustEnrol(caller),
                profiles.idleTimeoutMinutes(account),
                policies.get().idleTimeoutMinutes());
    }

    /**
     * @param mfaEnabled whether one has a second factor
     * @param codeRequired whether who confirms with the password must give a code as well
     * @param mfaEnrolmentRequired whether one must have one, and can do little else before
     * @param idleTimeoutMinutes as one chose
     * @param maxIdleTimeoutMinutes what the organization allows at most, if it bounds it
     */
    record MeView(
            AccountView account,
            OrganizationView organization,
            String role,
            String roleName,
            List<String> permissions,
            boolean mfaEnabled,
            boolean codeRequired,
            boolean mfaEnrolmentRequired,
            int idleTimeoutMinutes,
            @Nullable Integer maxIdleTimeoutMinutes) {}

    /** What is absent stays as it is; {@code null} takes it away: the idle timeout is then the server's own. */
    record MeChange(
            @Nullable Change<String> firstName,
            @Nullable Change<String> lastName,
            @Nullable Change<Integer> idleTimeoutMinutes) {
        Profile applyTo(Profile profile) {
            return new Profile(
                    Change.apply(firstName, profile.firstName()),
                    Change.apply(lastName, profile.lastName()),
                    Change.apply(idleTimeoutMinutes, profile.idleTimeoutMinutes()));
        }
    }
}
