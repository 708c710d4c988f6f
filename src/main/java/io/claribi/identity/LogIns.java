package io.claribi.identity;

import static io.claribi.identity.IdentityError.SESSION_ENDED;

import io.claribi.kernel.AccountId;
import io.claribi.kernel.AppException;
import io.claribi.kernel.Caller;
import io.claribi.kernel.OrganizationId;
import io.claribi.kernel.SessionId;
import io.claribi.kernel.WorkContext;
import io.claribi.secrets.Secret;
import io.claribi.tenancy.Organization;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Coming in, staying in and going out. */
@Component
public class LogIns {
    private final Registration registration;
    private final Entrance entrance;
    private final PasskeyLogIn passkeys;
    private final Accounts accounts;
    private final Sessions sessions;
    private final LiveSessions live;

    LogIns(
            Registration registration,
            Entrance entrance,
            PasskeyLogIn passkeys,
            Accounts accounts,
            Sessions sessions,
            LiveSessions live) {
        this.registration = registration;
        this.entrance = entrance;
        this.passkeys = passkeys;
        this.accounts = accounts;
        this.sessions = sessions;
        this.live = live;
    }

    /**
     * Makes an account with an organization of its own, and logs in to it; where mail goes out, once the address is
     * confirmed. An address that has an account already is answered alike.
     *
     * @param setupToken of the link that the server prints where nobody can register and there is no organization
     * @throws AppException INVALID_INPUT, a code of {@link PasswordRules}, REGISTRATION_CLOSED, TOO_MANY_ATTEMPTS or
     *     PASSWORD_WORK_BUSY
     */
    public Registered register(
            String email,
            Secret password,
            @Nullable String firstName,
            @Nullable String lastName,
            String organizationName,
            @Nullable Secret setupToken,
            Device device) {
        var registered = registration.register(
                Applicant.of(email, password, firstName, lastName, organizationName),
                setupToken,
                entrant -> entrance.begin(entrant, device));
        Entrance.Entered entered = registered.welcomed();
        return new Registered(
                registered.account(), registered.organization(), entered == null ? null : entrance.granted(entered));
    }

    /**
     * @return tokens, or, for an account that has a second factor, what to give its code with
     * @throws AppException BAD_CREDENTIALS, also while too many failures lock the account; TOO_MANY_ATTEMPTS if those of
     *     a network address lock that; EMAIL_NOT_VERIFIED, PASSWORD_WORK_BUSY or NO_ORGANIZATION
     */
    public Outcome logIn(String email, Secret password, Device device) {
        return entrance.byPassword(email, password, device);
    }

    /**
     * Goes on with a log-in that wanted a code.
     *
     * @param mfaToken of {@link CodeWanted}; good for five minutes, five tries and the same client
     * @param code of an authenticator or a backup code; each is good once
     * @throws AppException MFA_TOKEN_INVALID, MFA_CODE_INVALID, TOO_MANY_ATTEMPTS or NO_ORGANIZATION
     */
    public Granted confirm(Secret mfaToken, Secret code, Device device) {
        return entrance.byCode(mfaToken, code, device);
    }

    /**
     * What the browser asks an authenticator for a passkey with, within five minutes.
     *
     * @param mfaToken of {@link CodeWanted}; absent: the passkey comes instead of a password
     * @return {@code PublicKeyCredentialRequestOptionsJSON} (WebAuthn Level 3 §5.1)
     * @throws AppException MFA_TOKEN_INVALID or PASSKEYS_UNAVAILABLE
     */
    public String requestPasskey(@Nullable Secret mfaToken, Device device) {
        return passkeys.request(mfaToken, device);
    }

    /**
     * @param mfaToken as it was asked with
     * @param credential {@code AuthenticationResponseJSON}
     * @throws AppException PASSKEY_REFUSED, MFA_TOKEN_INVALID, NO_ORGANIZATION or PASSKEYS_UNAVAILABLE
     */
    public Granted logInWithPasskey(@Nullable Secret mfaToken, String credential, Device device) {
        return entrance.byPasskey(passkeys.verify(mfaToken, credential, device), mfaToken, device);
    }

    /**
     * Goes on with a session.
     *
     * @throws AppException SESSION_ENDED
     */
    public Granted refresh(Secret refreshToken) {
        RefreshToken token = RefreshToken.read(refreshToken)
                .orElseThrow(() -> new AppException(SESSION_ENDED, "The session is over. Log in again."));
        return entrance.granted(sessions.refresh(token));
    }

    /**
     * Goes on with a session in another organization that the account is a member of; whether it is, the caller knows.
     *
     * @throws AppException SESSION_ENDED or SESSION_TOO_OLD
     */
    public Access enter(SessionId session, OrganizationId organization, AccountId account) {
        return entrance.access(sessions.move(session, organization, accounts.get(account)));
    }

    /** Ends the caller's session and the one of the refresh token, which are one and the same but for odd cases. */
    public void logOut(@Nullable Secret refreshToken) {
        WorkContext.current().caller().flatMap(Caller::findSession).ifPresent(session -> logOut(live.get(session)));
        replace(refreshToken);
    }

    /** Ends the session of a refresh token, if it is one: another has taken its place. */
    public void replace(@Nullable Secret refreshToken) {
        Optional.ofNullable(refreshToken)
                .flatMap(RefreshToken::read)
                .flatMap(live::find)
                .ifPresent(this::logOut);
    }

    private void logOut(Session session) {
        sessions.logOut(session, accounts.get(session.account()));
    }

    /** What came of a log-in. */
    public sealed interface Outcome {}

    /**
     * @param expiresIn seconds until the access token does
     * @param sessionEnds when the session does, however it is used
     * @param deviceCookie what the device shall bring at its next log-in; absent if it takes no cookies, or at no log-in
     */
    public record Granted(
            Secret accessToken,
            long expiresIn,
            Secret refreshToken,
            Instant sessionEnds,
            @Nullable Secret deviceCookie) implements Outcome {}

    /**
     * The password was right, and the account has a second factor.
     *
     * @param factors the names of those that it can use
     */
    public record CodeWanted(Secret mfaToken, List<String> factors) implements Outcome {}

    /** @param expiresIn seconds until the access token does */
    public record Access(Secret accessToken, long expiresIn) {}

    /** @param granted absent as long as the address is to be confirmed */
    public record Registered(
            Account account,
            Organization organization,
            @Nullable Granted granted) {}
}
