package io.claribi.access.web;

import io.claribi.access.ownership.OrganizationDeletion;
import io.claribi.access.ownership.OwnershipTransfers;
import io.claribi.http.InSession;
import io.claribi.http.Requires;
import io.claribi.identity.StepUp;
import io.claribi.kernel.AccountId;
import io.claribi.kernel.Caller;
import io.claribi.kernel.Permission;
import io.claribi.secrets.Secret;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Whose the organization is, and its end. */
@RestController
@RequestMapping("/api/v1/organization")
class OwnershipController {
    private final OwnershipTransfers transfers;
    private final OrganizationDeletion deletion;
    private final StepUp stepUp;

    OwnershipController(OwnershipTransfers transfers, OrganizationDeletion deletion, StepUp stepUp) {
        this.transfers = transfers;
        this.deletion = deletion;
        this.stepUp = stepUp;
    }

    @PostMapping("/transfer")
    @ResponseStatus(HttpStatus.CREATED)
    @Requires(Permission.TRANSFER_OWNERSHIP)
    @InSession("whose the organization is, and its end, are decided by people")
    TransferView request(Caller caller, @RequestBody TransferRequest request, HttpServletResponse response) {
        var member = new AccountId(request.memberId());
        transfers.checkCanTakeOver(caller, member);
        stepUp.check(caller, request.password(), request.code());
        TransferView transfer = TransferView.of(transfers.request(caller, member), caller);
        response.setHeader("Location", "/api/v1/organization");
        return transfer;
    }

    @PostMapping("/transfer/accept")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Requires
    @InSession("whose the organization is, and its end, are decided by people")
    void accept(Caller caller) {
        transfers.accept(caller);
    }

    /** The Owner withdraws, whom they asked declines. */
    @DeleteMapping("/transfer")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Requires
    @InSession("whose the organization is, and its end, are decided by people")
    void drop(Caller caller) {
        transfers.drop(caller);
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Requires(Permission.DELETE_ORGANIZATION)
    @InSession("whose the organization is, and its end, are decided by people")
    ClosingView delete(Caller caller, @RequestBody DeleteRequest request) {
        deletion.checkName(request.name());
        stepUp.check(caller, request.password(), request.code());
        return new ClosingView(deletion.begin(caller));
    }

    /** @param memberId the account's id */
    record TransferRequest(
            UUID memberId, Secret password, @Nullable Secret code) {}

    /** @param name as it stands in the settings */
    record DeleteRequest(
            String name, Secret password, @Nullable Secret code) {}

    /** @param closesAt from when on everything of it is deleted */
    record ClosingView(Instant closesAt) {}
}
