package io.claribi.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.crypto.impl.ECDSA;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.math.BigInteger;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Access tokens as attackers make them (RFC 8725, RFC 9700): all that a server was ever known to fall for, written byte by
 * byte, since libraries refuse to. {@code ours} is a key that the server signs with, which no attacker has: what is signed
 * by it shows that a good signature is not enough.
 */
final class ForgedTokens {
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final BigInteger N = Curve.P_256.toECParameterSpec().getOrder();

    private final ECKey ours;
    private final ECKey attackers;
    private final String claims;

    ForgedTokens(ECKey ours, Session session) throws Exception {
        this.ours = ours;
        this.attackers = new ECKeyGenerator(Curve.P_256).keyID(ours.getKeyID()).generate();
        this.claims = claims(session);
    }

    Stream<Forged> all() throws Exception {
        return Stream.of(algorithms(), keys(), headers(), claimSets(), signatures(), forms())
                .flatMap(List::stream);
    }

    /** What nobody signed, or what was signed by another algorithm than ours. */
    private List<Forged> algorithms() throws Exception {
        String payload = encoded(claims);
        byte[] publicJson = ours.toPublicJWK().toJSONString().getBytes(UTF_8);
        byte[] publicDer = ours.toECPublicKey().getEncoded();
        byte[] publicPem = ("-----BEGIN PUBLIC KEY-----\n"
                        + Base64.getMimeEncoder().encodeToString(publicDer) + "\n-----END PUBLIC KEY-----\n")
                .getBytes(UTF_8);
        var rsa = KeyPairGenerator.getInstance("RSA").generateKeyPair();
        return Stream.of(
                        Stream.of("none", "None", "NONE", "nOnE", "none ", "")
                                .flatMap(name -> Stream.of(
                                        new Forged("alg " + name, encoded(header(name)) + "." + payload + "."),
                                        new Forged(
                                                "alg " + name + " with a signature of ours",
                                                signed(header(name), claims)))),
                        Stream.of(
                                        "HS256", "HS384", "HS512", "RS256", "PS256", "ES384", "ES512", "ES256K",
                                        "EdDSA", "es256")
                                .map(name -> new Forged(
                                        "alg " + name + " over a signature of ours", signed(header(name), claims))),
                        Stream.of(
                                        publicJson,
                                        publicDer,
                                        publicPem,
                                        ours.getKeyID().getBytes(UTF_8),
                                        new byte[] {0})
                                .map(secret -> new Forged(
                                        "HS256 with what is public, " + secret.length + " bytes",
                                        joined(header("HS256"), claims, input -> hmac(secret, input)))),
                        Stream.of(new Forged(
                                "RS256 with a key of the attacker",
                                joined(header("RS256"), claims, input -> rsa(rsa.getPrivate(), input)))),
                        Stream.of(new Forged(
                                "no alg",
                                signed("{\"typ\":\"at+jwt\",\"kid\":\"%s\"}".formatted(ours.getKeyID()), claims))))
                .flatMap(forged -> forged)
                .toList();
    }

    /** Keys of the attacker, and ids that lead elsewhere if they are more than an index. */
    private List<Forged> keys() {
        var forged = Stream.of(
                        "\"../../../../dev/null\"",
                        "\"x' UNION SELECT 'AA'--\"",
                        "\"https://evil.example/key\"",
                        "\"%s\\u0000\"".formatted(ours.getKeyID()),
                        "\"%s \"".formatted(ours.getKeyID()),
                        "\"%s\"".formatted(UUID.randomUUID()),
                        "\"%s\"".formatted("k".repeat(2_000)),
                        "\"\"",
                        "null",
                        "7",
                        "[\"%s\"]".formatted(ours.getKeyID()),
                        "{\"kid\":\"%s\"}".formatted(ours.getKeyID()))
                .map(kid -> new Forged(
                        "kid " + kid.substring(0, Math.min(kid.length(), 40)),
                        signed("{\"alg\":\"ES256\",\"typ\":\"at+jwt\",\"kid\":%s}".formatted(kid), claims)));
        return Stream.concat(
                        forged,
                        Stream.of(
                                new Forged("no kid", signed("{\"alg\":\"ES256\",\"typ\":\"at+jwt\"}", claims)),
                                new Forged(
                                        "another's signature under our kid",
                                        joined(header("ES256"), claims, input -> ecdsa(attackers, input)))))
                .toList();
    }

    /** Headers by which a token would choose how it is judged; by the attacker's signature and by a good one. */
    private List<Forged> headers() {
        String key = attackers.toPublicJWK().toJSONString();
        return Stream.of(
                        "\"jwk\":" + key,
                        "\"jku\":\"https://evil.example/jwks.json\"",
                        "\"x5u\":\"https://evil.example/x5u.pem\"",
                        "\"x5c\":[\"AAAA\"]",
                        "\"x5t\":\"AAAA\"",
                        "\"x5t#S256\":\"AAAA\"",
                        "\"crit\":[\"exp\"],\"exp\":4102444800",
                        "\"crit\":[\"b64\"],\"b64\":false",
                        "\"crit\":[]",
                        "\"b64\":false",
                        "\"zip\":\"DEF\"",
                        "\"cty\":\"JWT\"",
                        "\"epk\":" + key,
                        "\"extra\":true")
                .flatMap(more -> {
                    String header =
                            "{\"alg\":\"ES256\",\"typ\":\"at+jwt\",\"kid\":\"%s\",%s}".formatted(ours.getKeyID(), more);
                    String name = "header " + more.substring(0, Math.min(more.length(), 20));
                    return Stream.of(
                            new Forged(name, joined(header, claims, input -> ecdsa(attackers, input))),
                            new Forged(name + " under a good signature", signed(header, claims)));
                })
                .toList();
    }

    private List<Forged> claimSets() {
        long now = Instant.now().getEpochSecond();
        return Stream.of(
                        with("exp", String.valueOf(now - 3600)).expired(),
                        with("exp", "1").expired(),
                        with("exp", "-1").expired(),
                        with("nbf", String.valueOf(now + 3600)),
                        with("exp", "\"never\""),
                        with("exp", "null"),
                        with("nbf", "null"),
                        with("iat", "null"),
                        with("jti", "null"),
                        with("aud", "\"another-api\""),
                        with("aud", "null"),
                        with("aud", "[]"),
                        with("aud", "[\"claribi-api\",\"another-api\"]"),
                        with("iss", "\"https://evil.example\""),
                        with("iss", "null"),
                        with("sub", "null"),
                        with("sub", "\"admin\""),
                        with("sid", "null"),
                        with("sid", "7"),
                        with("sid", "{}"),
                        with("org", "null"),
                        with("org", "\"%s'\"".formatted(UUID.randomUUID())))
                .toList();
    }

    /** Signatures that fooled implementations, and good ones in another form. */
    private List<Forged> signatures() {
        byte[] good = ecdsa(ours, input());
        BigInteger r = new BigInteger(1, Arrays.copyOfRange(good, 0, 32));
        BigInteger s = new BigInteger(1, Arrays.copyOfRange(good, 32, 64));
        return Stream.of(
                        signature("r = s = 0 (CVE-2022-21449)", new byte[64]),
                        signature("r = 0", bytes(BigInteger.ZERO, s)),
                        signature("s = 0", bytes(r, BigInteger.ZERO)),
                        signature("r = s = 1", bytes(BigInteger.ONE, BigInteger.ONE)),
                        signature("r = s = n", bytes(N, N)),
                        signature("r and s exchanged", bytes(s, r)),
                        signature("s + 1", bytes(r, s.add(BigInteger.ONE))),
                        signature("DER instead of r and s", der(good)),
                        signature("cut by a byte", Arrays.copyOf(good, 63)),
                        signature("longer by a byte", Arrays.copyOf(good, 65)),
                        signature("empty", new byte[0]),
                        signature("random", random()))
                .toList();
    }

    /** Tokens that are none, and good ones that are spelled in another way. */
    private List<Forged> forms() {
        String good = signed(header("ES256"), claims);
        String[] parts = good.split("\\.");
        String twice = claims.substring(0, claims.length() - 1) + ",\"sid\":\"%s\"}".formatted(UUID.randomUUID());
        String twiceHeader = header("none").replace("}", ",\"alg\":\"ES256\"}");
        return List.of(
                new Forged("a claim twice", signed(header("ES256"), twice)),
                new Forged("a header twice", signed(twiceHeader, claims)),
                new Forged("claims that go on after their end", signed(header("ES256"), claims + "{}")),
                new Forged("claims that are no object", signed(header("ES256"), "[]")),
                new Forged("claims that are no JSON", signed(header("ES256"), "sub=admin")),
                new Forged("claims nested without end", signed(header("ES256"), "{\"a\":".repeat(500))),
                new Forged("no claims", parts[0] + ".." + parts[2]),
                new Forged("no header", "." + parts[1] + "." + parts[2]),
                new Forged("cut before the signature", parts[0] + "." + parts[1]),
                new Forged("cut in the signature", good.substring(0, good.length() - 10)),
                new Forged("cut in the claims", parts[0] + "." + parts[1].substring(4) + "." + parts[2]),
                new Forged("a fourth part", good + ".AAAA"),
                new Forged("five parts, as if encrypted", good + ".AAAA.AAAA"),
                new Forged("padded", good + "=="),
                new Forged("in the other base64", good.replace('-', '+').replace('_', '/') + "+/"),
                new Forged("with a blank inside", parts[0] + " ." + parts[1] + "." + parts[2]),
                new Forged("as JSON", "{\"payload\":\"%s\",\"signature\":\"%s\"}".formatted(parts[1], parts[2])),
                new Forged("a refresh token", "A".repeat(43)),
                new Forged("another kind of token", signed(header("ES256").replace("at+jwt", "JWT"), claims)),
                new Forged("of no kind", signed(header("ES256").replace("\"typ\":\"at+jwt\",", ""), claims)),
                new Forged(
                        "larger than any of ours",
                        signed(header("ES256"), claims.replace("}", ",\"pad\":\"%s\"}".formatted("x".repeat(3_500))))));
    }

    /** A good token by another signature that is as good: who has (r, s) can make (r, n - s). */
    String twin() {
        byte[] good = ecdsa(ours, input());
        byte[] twin = good.clone();
        BigInteger s = new BigInteger(1, Arrays.copyOfRange(good, 32, 64));
        System.arraycopy(bytes(BigInteger.ZERO, N.subtract(s)), 32, twin, 32, 32);
        return new String(input(), UTF_8) + "." + BASE64.encodeToString(twin);
    }

    private String claims(Session session) {
        long now = Instant.now().getEpochSecond();
        return """
                {"iss":"clariBI","aud":"claribi-api","sub":"%s","sid":"%s","org":"%s","jti":"%s","iat":%d,"nbf":%d,"exp":%d}""".formatted(
                        session.account().value(),
                        session.id().value(),
                        session.organization().value(),
                        UUID.randomUUID(),
                        now,
                        now,
                        now + 300);
    }

    private String header(String algorithm) {
        return "{\"alg\":\"%s\",\"typ\":\"at+jwt\",\"kid\":\"%s\"}".formatted(algorithm, ours.getKeyID());
    }

    private Forged with(String claim, String value) {
        String changed =
                claims.replaceFirst("\"%s\":(\"[^\"]*\"|\\d+)".formatted(claim), "\"%s\":%s".formatted(claim, value));
        return new Forged(claim + " " + value, signed(header("ES256"), changed));
    }

    private Forged signature(String name, byte[] signature) {
        return new Forged(name, new String(input(), UTF_8) + "." + BASE64.encodeToString(signature));
    }

    private byte[] input() {
        return (encoded(header("ES256")) + "." + encoded(claims)).getBytes(UTF_8);
    }

    private String signed(String header, String payload) {
        return joined(header, payload, input -> ecdsa(ours, input));
    }

    private static String joined(String header, String payload, UnaryOperator<byte[]> sign) {
        String input = encoded(header) + "." + encoded(payload);
        return input + "." + BASE64.encodeToString(sign.apply(input.getBytes(UTF_8)));
    }

    private static String encoded(String json) {
        return BASE64.encodeToString(json.getBytes(UTF_8));
    }

    private static byte[] ecdsa(ECKey key, byte[] input) {
        return unchecked(() -> {
            var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(key.toECPrivateKey());
            signature.update(input);
            return signature.sign();
        });
    }

    private static byte[] rsa(PrivateKey key, byte[] input) {
        return unchecked(() -> {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(input);
            return signature.sign();
        });
    }

    private static byte[] hmac(byte[] secret, byte[] input) {
        return unchecked(() -> {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return mac.doFinal(input);
        });
    }

    private static byte[] der(byte[] concatenated) {
        return unchecked(() -> ECDSA.transcodeSignatureToDER(concatenated));
    }

    private static byte[] random() {
        byte[] bytes = new byte[64];
        new java.security.SecureRandom().nextBytes(bytes);
        return bytes;
    }

    private static byte[] bytes(BigInteger r, BigInteger s) {
        byte[] both = new byte[64];
        for (int half = 0; half < 2; half++) {
            byte[] number = (half == 0 ? r : s).toByteArray();
            int length = Math.min(number.length, 32);
            System.arraycopy(number, number.length - length, both, 32 * half + 32 - length, length);
        }
        return both;
    }

    private static byte[] unchecked(java.util.concurrent.Callable<byte[]> work) {
        try {
            return work.call();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param code that it is refused with */
    record Forged(String name, String token, IdentityError code) {
        Forged(String name, String token) {
            this(name, token, IdentityError.TOKEN_INVALID);
        }

        Forged expired() {
            return new Forged(name, token, IdentityError.TOKEN_EXPIRED);
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
