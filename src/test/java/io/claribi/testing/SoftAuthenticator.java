package io.claribi.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import tools.jackson.databind.JsonNode;

/** An authenticator and the browser before it (WebAuthn §6), which can also be made to lie. */
public final class SoftAuthenticator {
    private static final int USER_PRESENT = 0x01;
    private static final int USER_VERIFIED = 0x04;
    private static final int HAS_CREDENTIAL = 0x40;

    public String origin;
    public String relyingParty = "localhost";
    public boolean verifiesUser = true;
    public int counter = 1;
    private final byte[] credentialId = new byte[32];
    private final KeyPair keys;
    private byte[] userHandle = new byte[0];

    public SoftAuthenticator(int port) {
        origin = "http://localhost:" + port;
        new SecureRandom().nextBytes(credentialId);
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            keys = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@code RegistrationResponseJSON} to these options. */
    public String create(JsonNode options) {
        userHandle =
                Base64.getUrlDecoder().decode(options.path("user").path("id").asString());
        byte[] clientData =
                clientData("webauthn.create", options.path("challenge").asString());
        byte[] attestation = concat(
                bytes(0xa3),
                text("fmt"),
                text("none"),
                text("attStmt"),
                bytes(0xa0),
                text("authData"),
                byteString(authenticatorData(HAS_CREDENTIAL, attestedCredential())));
        return """
                {"id":"%1$s","rawId":"%1$s","type":"public-key","clientExtensionResults":{},
                 "authenticatorAttachment":"platform",
                 "response":{"clientDataJSON":"%2$s","attestationObject":"%3$s","transports":["internal"]}}
                """.formatted(base64(credentialId), base64(clientData), base64(attestation));
    }

    /** {@code AuthenticationResponseJSON} to these options. */
    public String get(JsonNode options) {
        byte[] clientData = clientData("webauthn.get", options.path("challenge").asString());
        byte[] data = authenticatorData(0, new byte[0]);
        return """
                {"id":"%1$s","rawId":"%1$s","type":"public-key","clientExtensionResults":{},
                 "response":{"clientDataJSON":"%2$s","authenticatorData":"%3$s","signature":"%4$s","userHandle":"%5$s"}}
                """.formatted(
                        base64(credentialId),
                        base64(clientData),
                        base64(data),
                        base64(signature(concat(data, sha256(clientData)))),
                        base64(userHandle));
    }

    private byte[] clientData(String type, String challenge) {
        return """
                {"type":"%s","challenge":"%s","origin":"%s","crossOrigin":false}""".formatted(type, challenge, origin).getBytes(UTF_8);
    }

    private byte[] authenticatorData(int flags, byte[] rest) {
        int all = flags | USER_PRESENT | (verifiesUser ? USER_VERIFIED : 0);
        return concat(
                sha256(relyingParty.getBytes(UTF_8)),
                bytes(all),
                ByteBuffer.allocate(4).putInt(counter++).array(),
                rest);
    }

    private byte[] attestedCredential() {
        ECPublicKey key = (ECPublicKey) keys.getPublic();
        // A COSE key (RFC 9053 §7.1): EC2, ES256, P-256, x, y.
        byte[] cose = concat(
                bytes(0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21),
                byteString(coordinate(key.getW().getAffineX())),
                bytes(0x22),
                byteString(coordinate(key.getW().getAffineY())));
        return concat(
                new byte[16],
                ByteBuffer.allocate(2).putShort((short) credentialId.length).array(),
                credentialId,
                cose);
    }

    private byte[] signature(byte[] message) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(keys.getPrivate());
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] coordinate(BigInteger value) {
        byte[] bytes = value.toByteArray();
        byte[] padded = new byte[32];
        int length = Math.min(bytes.length, 32);
        System.arraycopy(bytes, bytes.length - length, padded, 32 - length, length);
        return padded;
    }

    private static byte[] text(String text) {
        return concat(bytes(0x60 + text.length()), text.getBytes(UTF_8));
    }

    private static byte[] byteString(byte[] content) {
        return content.length < 256
                ? concat(bytes(0x58, content.length), content)
                : concat(bytes(0x59, content.length >> 8, content.length & 0xff), content);
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    private static byte[] concat(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
