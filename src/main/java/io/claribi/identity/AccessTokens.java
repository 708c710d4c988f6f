package io.claribi.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.claribi.http.PublicUrl;
import io.claribi.kernel.Ids;
import io.claribi.secrets.Secret;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import org.springframework.stereotype.Component;

/**
 * Access tokens (RFC 9068, ES256): who somebody is, for minutes. What they may do is not in them; that is read at each
 * request.
 */
@Component
class AccessTokens {
    static final JOSEObjectType TYPE = new JOSEObjectType("at+jwt");
    static final String AUDIENCE = "claribi-api";
    static final String SESSION = "sid";
    static final String ORGANIZATION = "org";

    private final SigningKeys keys;
    private final IdentitySettings settings;
    private final PublicUrl publicUrl;
    private final Clock clock;

    AccessTokens(SigningKeys keys, IdentitySettings settings, PublicUrl publicUrl, Clock clock) {
        this.keys = keys;
        this.settings = settings;
        this.publicUrl = publicUrl;
        this.clock = clock;
    }

    AccessToken issue(Session session) {
        ECKey key = keys.signing();
        Instant now = clock.instant();
        var header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(TYPE)
                .keyID(key.getKeyID())
                .build();
        var claims = new JWTClaimsSet.Builder()
                .issuer(publicUrl.issuer())
                .audience(AUDIENCE)
                .subject(session.account().value().toString())
                .claim(SESSION, session.id().value().toString())
                .claim(ORGANIZATION, session.organization().value().toString())
                .jwtID(Ids.next().toString())
                .issueTime(Date.from(now))
                .notBeforeTime(Date.from(now))
                .expirationTime(Date.from(now.plus(settings.accessTokenLife())))
                .build();
        var token = new SignedJWT(header, claims);
        try {
            token.sign(new ECDSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("An access token could not be signed", e);
        }
        return new AccessToken(
                Secret.of(token.serialize()), settings.accessTokenLife().toSeconds());
    }

    /** @param expiresIn seconds */
    record AccessToken(Secret value, long expiresIn) {}
}
