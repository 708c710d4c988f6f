package io.claribi.access.web;

import io.claribi.access.organizations.OwnOrganizations;
import io.claribi.access.organizations.OwnOrganizations.OwnOrganization;
import io.claribi.http.InSession;
import io.claribi.http.Requires;
import io.claribi.http.WithoutSecondFactor;
import io.claribi.identity.LogIns;
import io.claribi.kernel.Caller;
import io.claribi.kernel.OrganizationId;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class OwnOrganizationController {
    private final OwnOrganizations organizations;

    OwnOrganizationController(OwnOrganizations organizations) {
        this.organizations = organizations;
    }

    @GetMapping("/api/v1/me/organizations")
    @Requires
    @InSession("a key belongs to one organization")
    @WithoutSecondFactor("another organization may not want one")
    OwnOrganizationListView list(Caller caller) {
        return new OwnOrganizationListView(organizations.list(caller.account()).stream()
                .map(own -> OwnOrganizationView.of(own, caller.organization()))
                .toList());
    }

    @PostMapping("/api/v1/me/organization")
    @Requires
    @InSession("a key belongs to one organization")
    @WithoutSecondFactor("another organization may not want one")
    AccessView enter(Caller caller, @RequestBody EnterRequest request) {
        return AccessView.of(organizations.enter(caller, new OrganizationId(request.organizationId())));
    }

    record OwnOrganizationListView(List<OwnOrganizationView> items) {}

    /** @param current whether the session is at work in it */
    record OwnOrganizationView(UUID id, String name, String role, String roleName, boolean current) {
        static OwnOrganizationView of(OwnOrganization own, OrganizationId current) {
            return new OwnOrganizationView(
                    own.organization().id().value(),
                    own.organization().name(),
                    own.role().wireName(),
                    own.role().title(),
                    own.organization().id().equals(current));
        }
    }

    record EnterRequest(UUID organizationId) {}

    /** The refresh token stays as it is. */
    record AccessView(String accessToken, String tokenType, long expiresIn) {
        static AccessView of(LogIns.Access access) {
            return access.accessToken().use(token -> new AccessView(token, "Bearer", access.expiresIn()));
        }
    }
}
