package io.claribi.access.web;

import static io.claribi.http.HttpError.INVALID_INPUT;

import io.claribi.access.invitations.Invitation;
import io.claribi.access.invitations.InvitationId;
import io.claribi.access.invitations.Invitations;
import io.claribi.access.web.InvitationView.InvitationAbilities;
import io.claribi.http.PageRequest;
import io.claribi.http.Requires;
import io.claribi.identity.Accounts;
import io.claribi.kernel.AppException;
import io.claribi.kernel.Caller;
import io.claribi.kernel.FieldError;
import io.claribi.kernel.Page;
import io.claribi.kernel.Permission;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/invitations")
class InvitationController {
    private static final int MOST_AT_ONCE = 100;

    private final Invitations invitations;
    private final Accounts accounts;

    InvitationController(Invitations invitations, Accounts accounts) {
        this.invitations = invitations;
        this.accounts = accounts;
    }

    @GetMapping
    @Requires(Permission.INVITE_USERS)
    Page<InvitationView> list(Caller caller, PageRequest page) {
        return invitations.list(page.after(), page.size()).map(invitation -> view(caller, invitation));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Requires(Permission.INVITE_USERS)
    InvitationView invite(Caller caller, @RequestBody InviteRequest request, HttpServletResponse response) {
        Invitation invitation = invitations.invite(caller, request.email(), request.role(), request.message());
        response.setHeader("Location", "/api/v1/invitations/" + invitation.id().value());
        return view(caller, invitation);
    }

    /** Each for itself: one that is refused keeps none of the others out. */
    @PostMapping("/bulk")
    @Requires(Permission.INVITE_USERS)
    BulkView inviteAll(Caller caller, @RequestBody BulkRequest request) {
        if (request.emails().isEmpty() || request.emails().size() > MOST_AT_ONCE) {
            throw new AppException(
                    INVALID_INPUT,
                    "Give 1 to %d addresses.".formatted(MOST_AT_ONCE),
                    List.of(new FieldError("emails", "must be 1 to %d".formatted(MOST_AT_ONCE))));
        }
        invitations.check(caller, request.role(), request.message());
        var created = new ArrayList<InvitationView>();
        var refused = new ArrayList<RefusedView>();
        for (String email : request.emails()) {
            try {
                created.add(view(caller, invitations.invite(caller, email, request.role(), request.message())));
            } catch (AppException e) {
                refused.add(RefusedView.of(email, e));
            }
        }
        return new BulkView(created, refused);
    }

    @PatchMapping("/{id}")
    @Requires(Permission.INVITE_USERS)
    InvitationView change(Caller caller, @PathVariable InvitationId id, @RequestBody InvitationChange request) {
        return view(caller, invitations.changeRole(caller, id, request.role()));
    }

    @PostMapping("/{id}/resend")
    @Requires(Permission.INVITE_USERS)
    InvitationView resend(Caller caller, @PathVariable InvitationId id) {
        return view(caller, invitations.resend(caller, id));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Requires(Permission.INVITE_USERS)
    void withdraw(Caller caller, @PathVariable InvitationId id) {
        invitations.withdraw(caller, id);
    }

    private InvitationView view(Caller caller, Invitation invitation) {
        boolean invites = caller.can(Permission.INVITE_USERS);
        return InvitationView.of(
                invitation,
                accounts.get(invitation.invitedBy()),
                invitations.standing(invitation),
                new InvitationAbilities(invitations.canResend(caller, invitation), invites, invites));
    }

    /**
     * @param role a built-in one's name or a custom one's id; absent: member
     * @param message plain text, at most 500 characters
     */
    record InviteRequest(
            String email, @Nullable String role, @Nullable String message) {}

    /** @param emails at most 100 */
    record BulkRequest(
            List<String> emails,
            @Nullable String role,
            @Nullable String message) {}

    record BulkView(List<InvitationView> created, List<RefusedView> refused) {}

    /** @param code of the error that it would have been alone */
    record RefusedView(String email, String code, String detail) {
        static RefusedView of(String email, AppException refusal) {
            String detail = refusal.errors().stream()
                    .map(error -> "%s %s.".formatted(error.field(), error.message()))
                    .findFirst()
                    .orElse(refusal.message());
            return new RefusedView(email, refusal.code().name(), detail);
        }
    }

    record InvitationChange(String role) {}
}
