package io.claribi.access.web;

import io.claribi.access.MfaResets;
import io.claribi.http.InSession;
import io.claribi.http.Requires;
import io.claribi.kernel.AccountId;
import io.claribi.kernel.Caller;
import io.claribi.kernel.Permission;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class MfaResetController {
    private final MfaResets resets;

    MfaResetController(MfaResets resets) {
        this.resets = resets;
    }

    @PostMapping("/api/v1/members/{id}/mfa-reset")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Requires(Permission.EDIT_USERS)
    @InSession("it is about how somebody logs in")
    void reset(Caller caller, @PathVariable AccountId id) {
        resets.reset(caller, id);
    }
}
