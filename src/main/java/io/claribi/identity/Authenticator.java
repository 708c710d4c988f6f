package io.claribi.identity;

import static io.claribi.identity.IdentityError.TOKEN_EXPIRED;

import io.claribi.kernel.AppException;
import io.claribi.kernel.WorkContext;
import io.claribi.secrets.Secret;
import org.springframework.stereotype.Component;

/** Who a request comes from. */
@Component
public class Authenticator {
    private final TokenVerifier tokens;
    private final LiveSessions sessions;
    private final SessionUse use;
    private final SigningKeys keys;

    Authenticator(TokenVerifier tokens, LiveSessions sessions, SessionUse use, SigningKeys keys) {
        this.tokens = tokens;
        this.sessions = sessions;
        this.use = use;
        this.keys = keys;
    }

    /**
     * The session of an access token, as it is at this moment.
     *
     * @throws AppException TOKEN_INVALID if the token is forged, TOKEN_EXPIRED or SESSION_ENDED if it was good once
     */
    public Session authenticate(Secret accessToken) {
        TokenVerifier.Claims claims = tokens.verify(accessToken);
        Session session = sessions.get(claims.session());
        boolean sameWork = session.account().equals(claims.account())
                && session.organization().equals(claims.organization());
        if (!sameWork) {
            throw new AppException(TOKEN_EXPIRED, "The session has moved to another organization. Refresh the token.");
        }
        if (WorkContext.current().isAttended()) {
            use.note(session);
        }
        return session;
    }

    /** The public keys of access tokens, as a JWK set (RFC 7517 §5). */
    public String publicKeys() {
        return keys.published().toString(true);
    }
}
