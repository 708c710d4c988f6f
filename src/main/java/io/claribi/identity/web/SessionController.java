package io.claribi.identity.web;

import io.claribi.http.InSession;
import io.claribi.http.Requires;
import io.claribi.identity.OpenSessions;
import io.claribi.identity.SessionView.SessionListView;
import io.claribi.identity.StepUp;
import io.claribi.kernel.Caller;
import io.claribi.kernel.SessionId;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One's own sessions, in whatever organization. Ending another one wants a fresh proof of who one is (ASVS 7.5.2). */
@RestController
@RequestMapping("/api/v1/me/sessions")
class SessionController {
    private final OpenSessions sessions;
    private final StepUp stepUp;

    SessionController(OpenSessions sessions, StepUp stepUp) {
        this.sessions = sessions;
        this.stepUp = stepUp;
    }

    @GetMapping
    @Requires
    @InSession("log-ins are the person's, in whatever organization")
    SessionListView list(Caller caller) {
        return SessionListView.of(sessions.list(caller.account()), caller.session());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Requires
    @InSession("log-ins are the person's, in whatever organization")
    void revoke(Caller caller, @PathVariable SessionId id) {
        if (!id.equals(caller.session())) {
            stepUp.require(caller);
        }
        sessions.revoke(caller.account(), id);
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Requires
    @InSession("log-ins are the person's, in whatever organization")
    void revokeOthers(Caller caller) {
        stepUp.require(caller);
        sessions.revokeOthers(caller.account(), caller.session());
    }
}
