package io.claribi.access.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.claribi.access.Member;
import io.claribi.access.MemberChanges;
import io.claribi.access.MemberRights;
import io.claribi.access.MemberStatus;
import io.claribi.access.Members;
import io.claribi.http.InSession;
import io.claribi.http.PageRequest;
import io.claribi.http.Requires;
import io.claribi.kernel.AccountId;
import io.claribi.kernel.Caller;
import io.claribi.kernel.Page;
import io.claribi.kernel.Permission;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class MemberController {
    private final Members members;
    private final MemberChanges changes;

    MemberController(Members members, MemberChanges changes) {
        this.members = members;
        this.changes = changes;
    }

    /** @param search a part of the e-mail address or name */
    @GetMapping("/api/v1/members")
    @Requires(Permission.VIEW_USERS)
    Page<MemberView> list(Caller caller, PageRequest page, @RequestParam(required = false) @Nullable String search) {
        return members.list(search, page.after(), page.size()).map(member -> MemberView.of(member, caller));
    }

    @GetMapping("/api/v1/members/{id}")
    @Requires(Permission.VIEW_USERS)
    MemberView get(Caller caller, @PathVariable AccountId id) {
        return MemberView.of(members.get(id), caller);
    }

    /** A role takes one permission and a status the other; who may not see members is not told what became of them. */
    @PatchMapping("/api/v1/members/{id}")
    @Requires(anyOf = {Permission.ASSIGN_ROLES, Permission.EDIT_USERS})
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "204", description = "Done; the caller may not see members", content = @Content)
    ResponseEntity<MemberView> change(Caller caller, @PathVariable AccountId id, @RequestBody MemberRequest request) {
        changes.change(caller, id, request.role(), request.status());
        return caller.can(Permission.VIEW_USERS)
                ? ResponseEntity.ok(MemberView.of(members.get(id), caller))
                : ResponseEntity.noContent().build();
    }

    @DeleteMapping("/api/v1/members/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Requires(Permission.REMOVE_USERS)
    void remove(Caller caller, @PathVariable AccountId id) {
        changes.remove(caller, id);
    }

    /** Leaves the organization; the session is over with it. */
    @DeleteMapping("/api/v1/me/membership")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Requires
    @InSession("a program does not end the membership that it lives by")
    void leave(Caller caller) {
        changes.leave(caller);
    }

    /** What is absent stays as it is. */
    record MemberRequest(@Nullable String role, @Nullable MemberStatus status) {}

    /**
     * A member.
     *
     * @param id of the account
     * @param you whether it is the caller
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MemberView(
            UUID id,
            String email,
            @Nullable String firstName,
            @Nullable String lastName,
            RoleName role,
            MemberStatus status,
            Instant joinedAt,
            @Nullable Instant lastActiveAt,
            boolean mfaEnabled,
            boolean you,
            MemberRights can) {

        static MemberView of(Member member, Caller caller) {
            return new MemberView(
                    member.account().id().value(),
                    member.account().email().value(),
                    member.account().firstName(),
                    member.account().lastName(),
                    RoleName.of(member.role()),
                    member.status(),
                    member.joinedAt(),
                    member.lastActiveAt(),
                    member.mfaEnabled(),
                    member.account().id().equals(caller.account()),
                    MemberRights.of(caller, member));
        }
    }
}
