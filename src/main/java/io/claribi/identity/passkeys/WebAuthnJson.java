package io.claribi.identity.passkeys;

import java.util.Base64;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorResponse;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** WebAuthn's own JSON (Level 3 §5.1), with a mapper of its own: browsers may say more than we know of. */
@Component
class WebAuthnJson {
    private static final int MOST_CHARACTERS = 64 * 1024;

    private final JsonMapper json =
            JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();

    String write(Object options) {
        return json.writeValueAsString(options);
    }

    /**
     * @throws IllegalArgumentException if it is none
     */
    PublicKeyCredential<AuthenticatorAttestationResponse> readRegistration(String credential) {
        return read(credential, new TypeReference<>() {});
    }

    /**
     * @throws IllegalArgumentException if it is none
     */
    PublicKeyCredential<AuthenticatorAssertionResponse> readAssertion(String credential) {
        return read(credential, new TypeReference<>() {});
    }

    /**
     * The challenge that an answer names (§5.8.1); only {@link Challenges} can tell whether it is one.
     *
     * @throws IllegalArgumentException if it names none
     */
    Bytes challengeOf(AuthenticatorResponse response) {
        try {
            String challenge = json.readTree(response.getClientDataJSON().getBytes())
                    .path("challenge")
                    .asString("");
            return new Bytes(Base64.getUrlDecoder().decode(challenge));
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("The client data can't be read", e);
        }
    }

    private <T> T read(String credential, TypeReference<T> type) {
        if (credential.length() > MOST_CHARACTERS) {
            throw new IllegalArgumentException("A credential of %d characters".formatted(credential.length()));
        }
        T read;
        try {
            read = json.readValue(credential, type);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("The credential can't be read", e);
        }
        if (!(read instanceof PublicKeyCredential<?> whole) || !isWhole(whole)) {
            throw new IllegalArgumentException("The credential is not whole");
        }
        return read;
    }

    @SuppressWarnings("ConstantValue")
    private static boolean isWhole(PublicKeyCredential<?> credential) {
        return credential.getRawId() != null
                && credential.getResponse() != null
                && credential.getResponse().getClientDataJSON() != null;
    }
}
