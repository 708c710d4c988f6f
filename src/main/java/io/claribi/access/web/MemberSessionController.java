package io.claribi.access.web;

import io.claribi.access.Members;
import io.claribi.http.InSession;
import io.claribi.http.Requires;
import io.claribi.identity.OpenSessions;
import io.claribi.identity.SessionView.SessionListView;
import io.claribi.kernel.AccountId;
import io.claribi.kernel.Caller;
import io.claribi.kernel.Permission;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A member's sessions in this organization; those that the person has elsewhere are not its business. */
@RestController
@RequestMapping("/api/v1/members/{id}/sessions")
class MemberSessionController {
    private final Members members;
    private final OpenSessions sessions;

    MemberSessionController(Members members, OpenSessions sessions) {
        this.members = members;
        this.sessions = sessions;
    }

    @GetMapping
    @Requires(Permission.EDIT_USERS)
    @InSession("it spares the session in which it is asked for")
    SessionListView list(Caller caller, @PathVariable AccountId id) {
        members.checkCanManage(caller, id);
        return SessionListView.of(sessions.list(id, caller.organization()), caller.session());
    }

    /** Ends all of them; but never the one in which it is asked for, which log-out ends. */
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Requires(Permission.EDIT_USERS)
    @InSession("it spares the session in which it is asked for")
    void revoke(Caller caller, @PathVariable AccountId id) {
        members.checkCanManage(caller, id);
        sessions.revokeAsAdministrator(id, caller.organization(), caller.session());
    }
}
