package io.claribi.access.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.claribi.access.organizations.GeneralSettings;
import io.claribi.access.ownership.OrganizationDeletion;
import io.claribi.access.ownership.OwnershipTransfers;
import io.claribi.http.InSession;
import io.claribi.http.Requires;
import io.claribi.kernel.Caller;
import io.claribi.kernel.Permission;
import io.claribi.tenancy.Organization;
import io.claribi.tenancy.OrganizationStates;
import io.claribi.tenancy.Organizations;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/organization")
class OrganizationController {
    private final Organizations organizations;
    private final OrganizationStates states;
    private final GeneralSettings settings;
    private final OwnershipTransfers transfers;
    private final OrganizationDeletion deletion;

    OrganizationController(
            Organizations organizations,
            OrganizationStates states,
            GeneralSettings settings,
            OwnershipTransfers transfers,
            OrganizationDeletion deletion) {
        this.organizations = organizations;
        this.states = states;
        this.settings = settings;
        this.transfers = transfers;
        this.deletion = deletion;
    }

    @GetMapping
    @Requires
    GeneralView get(Caller caller) {
        return view(organizations.get(), caller);
    }

    @PatchMapping
    @Requires(Permission.MANAGE_INTEGRATIONS)
    GeneralView change(Caller caller, @RequestBody GeneralChange request) {
        return view(request.name() == null ? organizations.get() : settings.rename(request.name()), caller);
    }

    /** Undoes its deletion, in time. */
    @PostMapping("/restore")
    @Requires(Permission.DELETE_ORGANIZATION)
    @InSession("the end of the organization is decided by people")
    GeneralView restore(Caller caller) {
        deletion.undo(caller);
        return view(organizations.get(), caller);
    }

    private GeneralView view(Organization organization, Caller caller) {
        Instant closesAt = states.findClosing().orElse(null);
        return new GeneralView(
                organization.id().value(),
                organization.name(),
                organization.plan(),
                organization.createdAt(),
                closesAt == null ? State.ACTIVE : State.CLOSING,
                closesAt,
                transfers
                        .find(caller.account())
                        .map(transfer -> TransferView.of(transfer, caller))
                        .orElse(null),
                OrganizationAbilities.of(caller));
    }

    /**
     * @param closesAt from when on everything of it is deleted; absent unless its Owner wants that
     * @param transfer that waits to be accepted; absent also for those whom it is not about
     */
    record GeneralView(
            UUID id,
            String name,
            String plan,
            Instant createdAt,
            State state,
            @Nullable Instant closesAt,
            @Nullable TransferView transfer,
            OrganizationAbilities can) {}

    /** What is absent stays as it is. */
    record GeneralChange(@Nullable String name) {}

    /** What the caller may do with the organization itself. */
    record OrganizationAbilities(boolean edit, boolean transfer, boolean delete) {
        static OrganizationAbilities of(Caller caller) {
            return new OrganizationAbilities(
                    caller.can(Permission.MANAGE_INTEGRATIONS),
                    caller.can(Permission.TRANSFER_OWNERSHIP),
                    caller.can(Permission.DELETE_ORGANIZATION));
        }
    }

    enum State {
        @JsonProperty("active")
        ACTIVE,
        @JsonProperty("closing")
        CLOSING
    }
}
