package io.claribi.identity.web;

import static io.claribi.http.HttpError.INVALID_INPUT;

import io.claribi.http.InSession;
import io.claribi.http.Public;
import io.claribi.http.Requires;
import io.claribi.http.Unaudited;
import io.claribi.identity.EmailChanges;
import io.claribi.identity.EmailVerification;
import io.claribi.kernel.AppException;
import io.claribi.kernel.Caller;
import io.claribi.kernel.FieldError;
import io.claribi.secrets.Secret;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class EmailController {
    private final EmailVerification verification;
    private final EmailChanges changes;

    EmailController(EmailVerification verification, EmailChanges changes) {
        this.verification = verification;
        this.changes = changes;
    }

    @PostMapping("/api/v1/auth/email/verify")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Public("the token or code says whose address it is")
    void verify(@RequestBody VerifyRequest request) {
        if (request.token() != null) {
            verification.verify(request.token());
        } else if (request.email() != null && request.code() != null) {
            verification.verify(request.email(), request.code());
        } else {
            throw new AppException(
                    INVALID_INPUT,
                    "Some fields are not right.",
                    List.of(new FieldError("token", "is required, or else email and code")));
        }
    }

    @PostMapping("/api/v1/auth/email/resend")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Public("who waits for the mail has no session yet")
    @Unaudited("changes nothing; it may be for an address that nobody has")
    void resend(@RequestBody AddressRequest request) {
        verification.resend(request.email());
    }

    @PostMapping("/api/v1/me/email")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Requires
    @InSession("it is about how somebody logs in")
    void change(Caller caller, @RequestBody ChangeRequest request) {
        changes.request(caller, request.email(), request.password(), request.code());
    }

    /** Either the token of a link, or an address and the code that was mailed to it. */
    record VerifyRequest(
            @Nullable Secret token,
            @Nullable String email,
            @Nullable Secret code) {}

    record AddressRequest(String email) {}

    record ChangeRequest(
            String email, Secret password, @Nullable Secret code) {}
}
