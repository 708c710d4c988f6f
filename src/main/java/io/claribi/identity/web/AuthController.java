package io.claribi.identity.web;

import static io.claribi.identity.IdentityError.SESSION_ENDED;

import io.claribi.http.Public;
import io.claribi.http.Unaudited;
import io.claribi.identity.AccountView;
import io.claribi.identity.AuthAnswers;
import io.claribi.identity.AuthView.LogInView;
import io.claribi.identity.AuthView.TokenPlace;
import io.claribi.identity.AuthView.TokenView;
import io.claribi.identity.DeviceCookie;
import io.claribi.identity.LogIns;
import io.claribi.identity.LogIns.Granted;
import io.claribi.identity.OrganizationView;
import io.claribi.identity.RefreshCookie;
import io.claribi.kernel.AppException;
import io.claribi.secrets.Secret;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
@RequestMapping("/api/v1/auth")
class AuthController {
    private final LogIns logIns;
    private final RefreshCookie cookie;
    private final AuthAnswers answers;

    AuthController(LogIns logIns, RefreshCookie cookie, AuthAnswers answers) {
        this.logIns = logIns;
        this.cookie = cookie;
        this.answers = answers;
    }

    @PostMapping("/register")
    @ResponseStatus(HttpStatus.CREATED)
    @Public("this is how somebody gets an account")
    RegisteredView register(
            @RequestBody RegisterRequest body, HttpServletRequest request, HttpServletResponse response) {
        LogIns.Registered registered = logIns.register(
                body.email(),
                body.password(),
                body.firstName(),
                body.lastName(),
                body.organizationName(),
                body.token(),
                DeviceCookie.read(request, true));
        response.setHeader("Location", "/api/v1/me");
        AccountView account = AccountView.of(registered.account());
        OrganizationView organization = OrganizationView.of(registered.organization());
        Granted granted = registered.granted();
        if (granted == null) {
            return new RegisteredView(account, organization, null, null, null, true);
        }
        logIns.replace(RefreshCookie.read(request));
        cookie.set(granted, response);
        DeviceCookie.set(granted, response);
        return granted.accessToken()
                .use(accessToken ->
                        new RegisteredView(account, organization, accessToken, "Bearer", granted.expiresIn(), null));
    }

    @PostMapping("/login")
    @Public("this is how somebody becomes known")
    LogInView login(@RequestBody LoginRequest body, HttpServletRequest request, HttpServletResponse response) {
        TokenPlace place = body.refreshTokenIn();
        return answers.enter(
                logIns.logIn(body.email(), body.password(), answers.device(request, place)), place, request, response);
    }

    @PostMapping("/mfa")
    @Public("the token says whose password was right")
    TokenView mfa(@RequestBody MfaRequest body, HttpServletRequest request, HttpServletResponse response) {
        TokenPlace place = body.refreshTokenIn();
        return answers.enter(
                logIns.confirm(body.mfaToken(), body.code(), answers.device(request, place)), place, request, response);
    }

    @PostMapping(path = "/passkey/options", produces = MediaType.APPLICATION_JSON_VALUE)
    @Public("this is how somebody becomes known")
    @Unaudited("nothing comes of asking; the log-in is told")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE, schema = @Schema(type = "object")))
    ResponseEntity<String> passkeyOptions(@RequestBody PasskeyOptionsRequest body, HttpServletRequest request) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(logIns.requestPasskey(body.mfaToken(), DeviceCookie.read(request, true)));
    }

    @PostMapping("/passkey")
    @Public("the passkey says who it is")
    TokenView passkey(@RequestBody PasskeyRequest body, HttpServletRequest request, HttpServletResponse response) {
        TokenPlace place = body.refreshTokenIn();
        return answers.enter(
                logIns.logInWithPasskey(body.mfaToken(), body.credential().toString(), answers.device(request, place)),
                place,
                request,
                response);
    }

    @PostMapping("/refresh")
    @Public("the refresh token says who it is")
    @Unaudited("goes on with a session that the trail knows of; the misuse of a token is told as session.revoked")
    TokenView refresh(
            @RequestBody(required = false) @Nullable RefreshRequest body,
            HttpServletRequest request,
            HttpServletResponse response) {
        Secret inBody = body == null ? null : body.refreshToken();
        Secret token = inBody == null ? RefreshCookie.read(request) : inBody;
        try {
            return answers.answer(
                    logIns.refresh(token == null ? Secret.of("") : token),
                    inBody == null ? TokenPlace.COOKIE : TokenPlace.BODY,
                    response);
        } catch (AppException e) {
            if (e.code() == SESSION_ENDED) {
                cookie.clear(response);
            }
            throw e;
        }
    }

    @PostMapping("/logout")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Public("who has no session any more is logged out as well")
    void logout(
            @RequestBody(required = false) @Nullable RefreshRequest body,
            HttpServletRequest request,
            HttpServletResponse response) {
        Secret inBody = body == null ? null : body.refreshToken();
        logIns.logOut(inBody == null ? RefreshCookie.read(request) : inBody);
        cookie.clear(response);
    }

    /** @param token of the link that the server prints where nobody can register and there is no organization */
    record RegisterRequest(
            String email,
            Secret password,
            @Nullable String firstName,
            @Nullable String lastName,
            String organizationName,
            @Nullable Secret token) {}

    record LoginRequest(
            String email, Secret password, @Nullable TokenPlace refreshTokenIn) {}

    record MfaRequest(
            Secret mfaToken, Secret code, @Nullable TokenPlace refreshTokenIn) {}

    /** @param mfaToken of a log-in whose password was right; absent: the passkey comes instead of one */
    record PasskeyOptionsRequest(@Nullable Secret mfaToken) {}

    /** @param credential {@code AuthenticationResponseJSON} of WebAuthn Level 3 */
    record PasskeyRequest(
            @Schema(type = "object") JsonNode credential,
            @Nullable Secret mfaToken,
            @Nullable TokenPlace refreshTokenIn) {}

    record RefreshRequest(@Nullable Secret refreshToken) {}

    /**
     * Tokens, or the word that the address is to be confirmed first. A taken address is answered alike.
     *
     * @param verificationRequired true or absent
     */
    record RegisteredView(
            AccountView account,
            OrganizationView organization,
            @Nullable String accessToken,
            @Nullable String tokenType,
            @Nullable Long expiresIn,
            @Nullable Boolean verificationRequired) {}
}
