package io.claribi.identity.web;

import io.claribi.http.Public;
import io.claribi.http.Unaudited;
import io.claribi.identity.PasswordRecovery;
import io.claribi.secrets.Secret;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/auth/password")
class RecoveryController {
    private final PasswordRecovery recovery;

    RecoveryController(PasswordRecovery recovery) {
        this.recovery = recovery;
    }

    @PostMapping("/forgot")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Public("who forgot the password can't log in")
    @Unaudited("changes nothing; it may be for an address that nobody has")
    void begin(@RequestBody ForgotRequest request) {
        recovery.begin(request.email());
    }

    @PostMapping("/reset")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Public("the token says whose password it is")
    void finish(@RequestBody ResetRequest request) {
        recovery.finish(request.token(), request.password());
    }

    record ForgotRequest(String email) {}

    record ResetRequest(Secret token, Secret password) {}
}
