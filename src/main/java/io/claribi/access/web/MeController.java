package io.claribi.access.web;

import io.claribi.http.Change;
import io.claribi.http.Requires;
import io.claribi.identity.AccountView;
import io.claribi.identity.Accounts;
import io.claribi.identity.EmailChanges;
import io.claribi.identity.OrganizationView;
import io.claribi.identity.Profile;
import io.claribi.identity.Profiles;
import io.claribi.identity.SecurityPolicies;
import io.claribi.kernel.Caller;
import io.claribi.kernel.Permission;
import io.claribi.tenancy.Organization;
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

    MeController(
            Accounts accounts,
            EmailChanges emailChanges,
            Profiles profiles,
            Organizations organizations,
            SecurityPolicies policies) {
        this.accounts = accounts;
        this.emailChanges = emailChanges;
        this.profiles = profiles;
        this.organizations = organizations;
        this.policies = policies;
    }

    @GetMapping("/api/v1/me")
    @Requires
    MeView get(Caller caller) {
        return view(caller);
    }

    @PatchMapping("/api/v1/me")
    @Requires
    MeView change(Caller caller, @RequestBody MeChange request) {
        profiles.change(caller.account(), request::applyTo);
        return view(caller);
    }

    private MeView view(Caller caller) {
        return MeView.of(
                AccountView.of(accounts.get(caller.account()), emailChanges.findPending(caller.account())),
                organizations.get(),
                caller,
                profiles.idleTimeoutMinutes(caller.account()),
                policies.get().idleTimeoutMinutes());
    }

    /**
     * @param mfaEnabled false as long as there is no second factor to enrol
     * @param idleTimeoutMinutes as one chose
     * @param maxIdleTimeoutMinutes what the organization allows at most, if it bounds it
     */
    record MeView(
            AccountView account,
            OrganizationView organization,
            String role,
            List<String> permissions,
            boolean mfaEnabled,
            int idleTimeoutMinutes,
            @Nullable Integer maxIdleTimeoutMinutes) {
        static MeView of(
                AccountView account,
                Organization organization,
                Caller caller,
                int idleTimeoutMinutes,
                @Nullable Integer maxIdleTimeoutMinutes) {
            return new MeView(
                    account,
                    OrganizationView.of(organization),
                    caller.role(),
                    caller.permissions().stream()
                            .sorted()
                            .map(Permission::wireName)
                            .toList(),
                    false,
                    idleTimeoutMinutes,
                    maxIdleTimeoutMinutes);
        }
    }

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
