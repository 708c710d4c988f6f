package io.claribi.identity;

import static io.claribi.identity.IdentityError.SESSION_ENDED;

import io.claribi.kernel.AppException;
import io.claribi.kernel.WorkContext;
import io.claribi.secrets.Secret;
import io.claribi.tenancy.Organization;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Coming in, staying in and going out. */
@Component
public class LogIns {
    private final Registration registration;
    private final Accounts accounts;
    private final Sessions sessions;
    private final LiveSessions live;
    private final AccessTokens tokens;

    LogIns(Registration registration, Accounts accounts, Sessions sessions, LiveSessions live, AccessTokens tokens) {
        this.registration = registration;
        this.accounts = accounts;
        this.sessions = sessions;
        this.live = live;
        this.tokens = tokens;
    }

    /**
     * Makes an account with an organization of its own, and logs in to it.
     *
     * @throws AppException INVALID_INPUT, EMAIL_TAKEN or PASSWORD_WORK_BUSY
     */
    public Registered register(
            String email,
            Secret password,
            @Nullable String firstName,
            @Nullable String lastName,
            String organizationName) {
        var registered = registration.register(Applicant.of(email, password, firstName, lastName, organizationName));
        return new Registered(registered.account(), registered.organization(), granted(registered.grant()));
    }

    /**
     * @throws AppException BAD_CREDENTIALS, PASSWORD_WORK_BUSY or NO_ORGANIZATION
     */
    public Granted logIn(String email, Secret password) {
        return granted(sessions.logIn(accounts.verify(email, password)));
    }

    /**
     * Goes on with a session.
     *
     * @throws AppException SESSION_ENDED
     */
    public Granted refresh(Secret refreshToken) {
        RefreshToken token = RefreshToken.read(refreshToken)
                .orElseThrow(() -> new AppException(SESSION_ENDED, "The session is over. Log in again."));
        return granted(sessions.refresh(token));
    }

    /** Ends the caller's session and the one of the refresh token, which are one and the same but for odd cases. */
    public void logOut(@Nullable Secret refreshToken) {
        WorkContext.current().caller().ifPresent(caller -> logOut(live.get(caller.session())));
        Optional.ofNullable(refreshToken)
                .flatMap(RefreshToken::read)
                .flatMap(live::find)
                .ifPresent(this::logOut);
    }

    private void logOut(Session session) {
        sessions.logOut(session, accounts.get(session.account()));
    }

    private Granted granted(Sessions.Grant grant) {
        AccessTokens.AccessToken token = tokens.issue(grant.session());
        return new Granted(
                token.value(),
                token.expiresIn(),
                grant.refreshToken().value(),
                grant.session().expiresAt());
    }

    /**
     * @param expiresIn seconds until the access token does
     * @param sessionEnds when the session does, however it is used
     */
    public record Granted(Secret accessToken, long expiresIn, Secret refreshToken, Instant sessionEnds) {}

    public record Registered(Account account, Organization organization, Granted granted) {}
}
