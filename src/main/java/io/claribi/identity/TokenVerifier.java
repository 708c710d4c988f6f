package io.claribi.identity;

import static io.claribi.identity.IdentityError.TOKEN_EXPIRED;
import static io.claribi.identity.IdentityError.TOKEN_INVALID;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.claribi.http.PublicUrl;
import io.claribi.kernel.AccountId;
import io.claribi.kernel.AppException;
import io.claribi.kernel.OrganizationId;
import io.claribi.kernel.SessionId;
import io.claribi.secrets.Secret;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Judges access tokens (RFC 8725). Nothing in a token chooses how it is judged: one algorithm, and {@code kid} is but an
 * index into our own keys.
 */
@Component
class TokenVerifier {
    private static final Duration SKEW = Duration.ofSeconds(5);
    private static final int MOST_CHARACTERS = 4096;
    private static final Set<String> HEADERS = Set.of("alg", "typ", "kid");

    private final SigningKeys keys;
    private final PublicUrl publicUrl;
    private final Clock clock;
    /** A signature holds for as long as its token; checking one costs more than all the rest of a small request. */
    private final Cache<String, Claims> known = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofMinutes(15))
            .build();

    TokenVerifier(SigningKeys keys, PublicUrl publicUrl, Clock clock) {
        this.keys = keys;
        this.publicUrl = publicUrl;
        this.clock = clock;
    }

    /**
     * What a token of ours says.
     *
     * @throws AppException TOKEN_INVALID if it is none, TOKEN_EXPIRED if it was one
     */
    Claims verify(Secret accessToken) {
        return accessToken.use(this::verified);
    }

    private Claims verified(String token) {
        Claims claims = known.getIfPresent(token);
        if (claims == null) {
            claims = judge(token);
            known.put(token, claims);
        }
        Instant now = clock.instant();
        if (now.isBefore(claims.notBefore().minus(SKEW))) {
            throw invalid();
        }
        if (!now.isBefore(claims.expiresAt().plus(SKEW))) {
            throw new AppException(TOKEN_EXPIRED, "The access token has expired. Refresh it.");
        }
        return claims;
    }

    private Claims judge(String token) {
        try {
            SignedJWT jwt = SignedJWT.parse(token.length() > MOST_CHARACTERS ? "" : token);
            JWSHeader header = jwt.getHeader();
            if (!isOurs(header) || !isCanonical(jwt, token)) {
                throw invalid();
            }
            ECKey key = keys.find(header.getKeyID()).orElseThrow(TokenVerifier::invalid);
            if (!jwt.verify(new ECDSAVerifier(key))) {
                throw invalid();
            }
            return claims(jwt.getJWTClaimsSet());
        } catch (ParseException | JOSEException | IllegalArgumentException e) {
            throw invalid().causedBy(e);
        }
    }

    private static boolean isOurs(JWSHeader header) throws ParseException {
        return JWSAlgorithm.ES256.equals(header.getAlgorithm())
                && AccessTokens.TYPE.equals(header.getType())
                && header.getKeyID() != null
                && HEADERS.equals(names(header));
    }

    /** As they were sent: Nimbus forgets an empty {@code crit}. */
    private static Set<String> names(JWSHeader header) throws ParseException {
        return JSONObjectUtils.parse(header.getParsedBase64URL().decodeToString())
                .keySet();
    }

    /** Base64 can spell the same bytes in several ways; a token that was altered must not be the same token. */
    private static boolean isCanonical(SignedJWT jwt, String token) {
        return Arrays.stream(jwt.getParsedParts())
                .map(part -> Base64URL.encode(part.decode()).toString())
                .collect(Collectors.joining("."))
                .equals(token);
    }

    private Claims claims(JWTClaimsSet claims) throws ParseException {
        boolean forUs = publicUrl.issuer().equals(claims.getIssuer())
                && List.of(AccessTokens.AUDIENCE).equals(claims.getAudience());
        if (!forUs || claims.getIssueTime() == null || claims.getJWTID() == null) {
            throw invalid();
        }
        return new Claims(
                new AccountId(id(claims.getSubject())),
                new SessionId(id(claims.getStringClaim(AccessTokens.SESSION))),
                new OrganizationId(id(claims.getStringClaim(AccessTokens.ORGANIZATION))),
                instant(claims.getNotBeforeTime()),
                instant(claims.getExpirationTime()));
    }

    private static UUID id(@Nullable String text) {
        return UUID.fromString(Objects.requireNonNullElse(text, ""));
    }

    private static Instant instant(@Nullable Date date) {
        if (date == null) {
            throw invalid();
        }
        return date.toInstant();
    }

    private static AppException invalid() {
        return new AppException(TOKEN_INVALID, "The access token is not one of this server's.");
    }

    record Claims(
            AccountId account, SessionId session, OrganizationId organization, Instant notBefore, Instant expiresAt) {}
}
