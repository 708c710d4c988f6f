package io.claribi.identity.web;

import io.claribi.http.InSession;
import io.claribi.http.Requires;
import io.claribi.http.Unaudited;
import io.claribi.http.WithoutSecondFactor;
import io.claribi.identity.passkeys.Passkey;
import io.claribi.identity.passkeys.Passkeys;
import io.claribi.kernel.Caller;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** One's own passkeys. What browsers and authenticators say to each other is passed on as it is. */
@RestController
@RequestMapping("/api/v1/me/passkeys")
class PasskeyController {
    private final Passkeys passkeys;

    PasskeyController(Passkeys passkeys) {
        this.passkeys = passkeys;
    }

    @GetMapping
    @Requires
    @InSession("it is about how somebody logs in")
    @WithoutSecondFactor("who has to enrol sees here that they have not yet")
    PasskeysView list(Caller caller) {
        return new PasskeysView(
                passkeys.list(caller).stream().map(PasskeyView::of).toList());
    }

    @PostMapping(path = "/options", produces = MediaType.APPLICATION_JSON_VALUE)
    @Requires
    @InSession("it is about how somebody logs in")
    @WithoutSecondFactor("this is how one enrols")
    @Unaudited("nothing counts before a passkey is made, which the trail tells")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE, schema = @Schema(type = "object")))
    ResponseEntity<String> begin(Caller caller) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(passkeys.begin(caller));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Requires
    @InSession("it is about how somebody logs in")
    @WithoutSecondFactor("this is how one enrols")
    ResponseEntity<PasskeyView> finish(Caller caller, @RequestBody PasskeyRequest request) {
        Passkey passkey =
                passkeys.finish(caller, request.name(), request.credential().toString());
        return ResponseEntity.status(HttpStatus.CREATED)
                .header("Location", "/api/v1/me/passkeys")
                .body(PasskeyView.of(passkey));
    }

    @DeleteMapping("/{id}")
    @Requires
    @InSession("it is about how somebody logs in")
    @WithoutSecondFactor("a passkey is one's own, and with one nobody has to enrol")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Caller caller, @PathVariable UUID id) {
        passkeys.remove(caller, id);
    }

    /** @param credential {@code RegistrationResponseJSON} of WebAuthn Level 3 */
    record PasskeyRequest(
            String name, @Schema(type = "object") JsonNode credential) {}

    record PasskeysView(List<PasskeyView> items) {}

    record PasskeyView(
            UUID id,
            String name,
            Instant createdAt,
            @Nullable Instant lastUsedAt) {
        static PasskeyView of(Passkey passkey) {
            return new PasskeyView(passkey.id(), passkey.name(), passkey.createdAt(), passkey.lastUsedAt());
        }
    }
}
