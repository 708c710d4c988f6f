package io.claribi.access.web;

import io.claribi.http.Requires;
import io.claribi.http.WithoutSecondFactor;
import io.claribi.identity.Account;
import io.claribi.identity.AccountView;
import io.claribi.identity.Accounts;
import io.claribi.identity.OrganizationView;
import io.claribi.kernel.Caller;
import io.claribi.kernel.Permission;
import io.claribi.tenancy.Organization;
import io.claribi.tenancy.Organizations;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class MeController {
    private final Accounts accounts;
    private final Organizations organizations;

    MeController(Accounts accounts, Organizations organizations) {
        this.accounts = accounts;
        this.organizations = organizations;
    }

    @GetMapping("/api/v1/me")
    @Requires
    @WithoutSecondFactor("tells who has to enrol that they have to")
    MeView get(Caller caller) {
        return MeView.of(accounts.get(caller.account()), organizations.get(), caller);
    }

    /** @param mfaEnabled false as long as there is no second factor to enrol */
    record MeView(
            AccountView account,
            OrganizationView organization,
            String role,
            List<String> permissions,
            boolean mfaEnabled) {
        static MeView of(Account account, Organization organization, Caller caller) {
            return new MeView(
                    AccountView.of(account),
                    OrganizationView.of(organization),
                    caller.role(),
                    caller.permissions().stream()
                            .sorted()
                            .map(Permission::wireName)
                            .toList(),
                    false);
        }
    }
}
