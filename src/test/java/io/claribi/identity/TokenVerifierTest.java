package io.claribi.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.claribi.http.PublicUrl;
import io.claribi.kernel.AccountId;
import io.claribi.kernel.AppException;
import io.claribi.kernel.OrganizationId;
import io.claribi.kernel.SessionId;
import io.claribi.secrets.Secret;
import io.claribi.testing.ServerTest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.transaction.support.TransactionTemplate;

@ServerTest
class TokenVerifierTest {
    private static final Instant NOW = Instant.now();

    private final TokenVerifier verifier;
    private final AccessTokens tokens;
    private final SigningKeys keys;
    private final SigningKeyStore store;
    private final IdentitySettings settings;
    private final PublicUrl publicUrl;
    private final TransactionTemplate transaction;
    private final Session session = new Session(
            SessionId.next(),
            AccountId.next(),
            OrganizationId.next(),
            NOW,
            NOW,
            NOW,
            NOW.plus(Duration.ofDays(1)),
            null);

    TokenVerifierTest(
            TokenVerifier verifier,
            AccessTokens tokens,
            SigningKeys keys,
            SigningKeyStore store,
            IdentitySettings settings,
            PublicUrl publicUrl,
            TransactionTemplate transaction) {
        this.verifier = verifier;
        this.tokens = tokens;
        this.keys = keys;
        this.store = store;
        this.settings = settings;
        this.publicUrl = publicUrl;
        this.transaction = transaction;
    }

    @Test
    void readsItsOwnTokens() {
        TokenVerifier.Claims claims = verifier.verify(tokens.issue(session).value());

        assertThat(claims.session()).isEqualTo(session.id());
        assertThat(claims.account()).isEqualTo(session.account());
        assertThat(claims.organization()).isEqualTo(session.organization());
    }

    @Test
    void readsTokensOfAnotherNode() {
        var otherKeys = new SigningKeys(store, settings, transaction, Clock.systemUTC());
        Secret token = new AccessTokens(otherKeys, settings, publicUrl, Clock.systemUTC())
                .issue(session)
                .value();

        // This node may have looked a moment ago, and looks for unknown keys no more than once a second.
        TokenVerifier.Claims claims = Awaitility.await()
                .ignoreException(AppException.class)
                .until(() -> verifier.verify(token), Objects::nonNull);

        assertThat(claims.session()).isEqualTo(session.id());
    }

    @ParameterizedTest
    @MethodSource("claims")
    void refusesClaimsThatAreNotForThisServer(Alteration alteration) throws Exception {
        String token = signed(header().build(), alteration.of(claimsOf(session)), new ECDSASigner(keys.signing()));

        assertRefused(token, alteration.code());
    }

    static Stream<Alteration> claims() {
        return Stream.of(
                new Alteration("expired", c -> c.expirationTime(at(-60)), IdentityError.TOKEN_EXPIRED),
                new Alteration("not yet", c -> c.notBeforeTime(at(60)), IdentityError.TOKEN_INVALID),
                new Alteration("without end", c -> c.expirationTime(null), IdentityError.TOKEN_INVALID),
                new Alteration("without beginning", c -> c.notBeforeTime(null), IdentityError.TOKEN_INVALID),
                new Alteration("other audience", c -> c.audience("another-api"), IdentityError.TOKEN_INVALID),
                new Alteration("no audience", c -> c.audience((String) null), IdentityError.TOKEN_INVALID),
                new Alteration("other issuer", c -> c.issuer("https://evil.example"), IdentityError.TOKEN_INVALID),
                new Alteration("no subject", c -> c.subject(null), IdentityError.TOKEN_INVALID),
                new Alteration("no session", c -> c.claim("sid", null), IdentityError.TOKEN_INVALID),
                new Alteration("session of a wrong type", c -> c.claim("sid", 7), IdentityError.TOKEN_INVALID),
                new Alteration("no id", c -> c.jwtID(null), IdentityError.TOKEN_INVALID));
    }

    @Test
    void refusesAKeyThatIsNotOurs() throws Exception {
        ECKey stranger = new ECKeyGenerator(Curve.P_256).keyID("stranger").generate();

        assertRefused(
                signed(header().keyID("stranger").build(), claimsOf(session).build(), new ECDSASigner(stranger)));
        assertRefused(signed(header().build(), claimsOf(session).build(), new ECDSASigner(stranger)));
    }

    @Test
    void refusesHeadersThatChooseTheirOwnKey() throws Exception {
        ECKey attacker = new ECKeyGenerator(Curve.P_256).generate();
        var signer = new ECDSASigner(attacker);

        assertRefused(signed(
                header().jwk(attacker.toPublicJWK()).build(), claimsOf(session).build(), signer));
        assertRefused(signed(
                header().jwkURL(URI.create("https://evil.example/jwks")).build(),
                claimsOf(session).build(),
                signer));
        assertRefused(signed(
                header().x509CertURL(URI.create("https://evil.example/x5u")).build(),
                claimsOf(session).build(),
                signer));
    }

    @ParameterizedTest
    @ValueSource(strings = {"jwk", "jku", "x5u", "x5c", "crit", "b64", "zip", "extra"})
    void refusesAnyFurtherHeaderEvenUnderAGoodSignature(String name) throws Exception {
        JWSHeader.Builder header = header();
        switch (name) {
            case "jwk" -> header.jwk(keys.signing().toPublicJWK());
            case "jku" -> header.jwkURL(URI.create("https://example.org"));
            case "x5u" -> header.x509CertURL(URI.create("https://example.org"));
            case "x5c" -> header.x509CertChain(java.util.List.of(new com.nimbusds.jose.util.Base64("AAAA")));
            case "crit" -> header.criticalParams(Set.of("exp"));
            default -> header.customParam(name.equals("b64") ? "b64x" : name, true);
        }

        assertRefused(signed(header.build(), claimsOf(session).build(), new ECDSASigner(keys.signing())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "None", "NONE", "nOnE", "HS256", "ES384", "RS256", "ES256K"})
    void knowsOneAlgorithm(String algorithm) throws Exception {
        String good = issued();
        String header = "{\"alg\":\"%s\",\"typ\":\"at+jwt\",\"kid\":\"%s\"}"
                .formatted(algorithm, keys.signing().getKeyID());
        String[] parts = good.split("\\.", -1);

        assertRefused(Base64URL.encode(header) + "." + parts[1] + ".");
        assertRefused(Base64URL.encode(header) + "." + parts[1] + "." + parts[2]);
    }

    @Test
    void doesNotTakeItsPublicKeyForASecret() throws Exception {
        byte[] secret = keys.signing().toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8);
        var header = new JWSHeader.Builder(JWSAlgorithm.HS256)
                .type(AccessTokens.TYPE)
                .keyID(keys.signing().getKeyID())
                .build();

        assertRefused(signed(header, claimsOf(session).build(), new MACSigner(secret)));
    }

    @Test
    void refusesAnotherKindOfToken() throws Exception {
        var signer = new ECDSASigner(keys.signing());

        assertRefused(signed(
                header().type(JOSEObjectType.JWT).build(), claimsOf(session).build(), signer));
        assertRefused(signed(header().type(null).build(), claimsOf(session).build(), signer));
    }

    @Test
    void refusesASignatureOfZeros() {
        String[] parts = issued().split("\\.", -1);

        assertRefused(parts[0] + "." + parts[1] + "." + Base64URL.encode(new byte[64]));
    }

    @Test
    void refusesATokenAlteredInAnyCharacter() {
        String good = issued();

        for (int index = 0; index < good.length(); index++) {
            char other = good.charAt(index) == 'A' ? 'B' : 'A';
            assertRefused(good.substring(0, index) + other + good.substring(index + 1));
        }
    }

    /** The last character of a signature has four bits that mean nothing: 15 other ones spell the same bytes. */
    @Test
    void refusesAnotherSpellingOfTheSameBytes() {
        String good = issued();
        String start = good.substring(0, good.length() - 1);

        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
                .chars()
                .mapToObj(last -> start + (char) last)
                .filter(token -> !token.equals(good))
                .forEach(this::assertRefused);
    }

    @Test
    void refusesADuplicatedClaim() throws Exception {
        String claims = claimsOf(session).build().toString();
        String doubled = claims.substring(0, claims.length() - 1) + ",\"sid\":\""
                + SessionId.next().value() + "\"}";
        JWSHeader header = header().build();
        byte[] signed = (header.toBase64URL() + "." + Base64URL.encode(doubled)).getBytes(StandardCharsets.US_ASCII);
        Base64URL signature = new ECDSASigner(keys.signing()).sign(header, signed);

        assertRefused(new String(signed, StandardCharsets.US_ASCII) + "." + signature);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "...", "a.b.c", "eyJhbGciOiJFUzI1NiJ9..", "💥.💥.💥"})
    void refusesWhatIsNoToken(String text) {
        assertRefused(text);
    }

    @Test
    void refusesATokenOfAnySize() {
        assertRefused("a".repeat(1_000_000));
    }

    private String issued() {
        return tokens.issue(session).value().use(Function.identity());
    }

    private void assertRefused(String token) {
        assertRefused(token, IdentityError.TOKEN_INVALID);
    }

    private void assertRefused(String token, IdentityError code) {
        assertThatThrownBy(() -> verifier.verify(Secret.of(token)))
                .isInstanceOfSatisfying(
                        AppException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    private JWSHeader.Builder header() {
        return new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(AccessTokens.TYPE)
                .keyID(keys.signing().getKeyID());
    }

    private static JWTClaimsSet.Builder claimsOf(Session session) {
        return new JWTClaimsSet.Builder()
                .issuer("clariBI")
                .audience(AccessTokens.AUDIENCE)
                .subject(session.account().value().toString())
                .claim("sid", session.id().value().toString())
                .claim("org", session.organization().value().toString())
                .jwtID("id")
                .issueTime(at(0))
                .notBeforeTime(at(0))
                .expirationTime(at(300));
    }

    private static Date at(long seconds) {
        return Date.from(NOW.plusSeconds(seconds));
    }

    private static String signed(JWSHeader header, JWTClaimsSet claims, JWSSigner signer) throws Exception {
        var token = new SignedJWT(header, claims);
        token.sign(signer);
        return token.serialize();
    }

    record Alteration(String name, UnaryOperator<JWTClaimsSet.Builder> change, IdentityError code) {
        JWTClaimsSet of(JWTClaimsSet.Builder claims) {
            return change.apply(claims).build();
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
