package io.claribi.identity.passkeys;

import static io.claribi.identity.passkeys.PasskeyError.PASSKEY_INVALID;

import com.webauthn4j.util.exception.WebAuthnException;
import io.claribi.identity.Account;
import io.claribi.kernel.AppException;
import io.claribi.kernel.FieldError;
import java.util.List;
import org.springframework.security.web.webauthn.api.AttestationConveyancePreference;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutableAuthenticationExtensionsClientInputs;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialParameters;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.stereotype.Component;

/**
 * Asks for new credentials and judges them (WebAuthn Level 3 §7.1). Of what make an authenticator is, nobody is asked:
 * any will do. All methods work in the transaction around.
 */
@Component
class Attestations {
    private final RelyingParty relyingParty;
    private final PasskeyStore store;
    private final Challenges challenges;
    private final WebAuthnJson json;

    Attestations(RelyingParty relyingParty, PasskeyStore store, Challenges challenges, WebAuthnJson json) {
        this.relyingParty = relyingParty;
        this.store = store;
        this.challenges = challenges;
        this.json = json;
    }

    /** {@code PublicKeyCredentialCreationOptionsJSON}. */
    String request(Account account, String purpose) {
        return json.write(options(account, challenges.issue(purpose)));
    }

    /**
     * The new credential.
     *
     * @param credential {@code RegistrationResponseJSON}
     * @throws AppException PASSKEY_INVALID
     */
    Credential verify(Account account, String purpose, String credential) {
        try {
            PublicKeyCredential<AuthenticatorAttestationResponse> answer = json.readRegistration(credential);
            Bytes challenge = json.challengeOf(answer.getResponse());
            if (!challenges.answer(challenge, purpose)) {
                throw invalid();
            }
            var request = new ImmutableRelyingPartyRegistrationRequest(
                    options(account, challenge), new RelyingPartyPublicKey(answer, ""));
            return Credential.of(
                    account.id(), relyingParty.id(), relyingParty.operations().registerCredential(request));
        } catch (WebAuthnException | IllegalArgumentException e) {
            throw invalid().causedBy(e);
        }
    }

    private PublicKeyCredentialCreationOptions options(Account account, Bytes challenge) {
        return PublicKeyCredentialCreationOptions.builder()
                .rp(relyingParty.entity())
                .user(ImmutablePublicKeyCredentialUserEntity.builder()
                        .id(UserHandle.of(account.id()))
                        .name(account.email().value())
                        .displayName(account.email().value())
                        .build())
                .challenge(challenge)
                .pubKeyCredParams(
                        PublicKeyCredentialParameters.EdDSA,
                        PublicKeyCredentialParameters.ES256,
                        PublicKeyCredentialParameters.RS256)
                .timeout(Challenges.LIFE)
                .excludeCredentials(store.listCredentials(account.id(), relyingParty.id()).stream()
                        .map(Credential::toDescriptor)
                        .toList())
                .authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                        .residentKey(ResidentKeyRequirement.PREFERRED)
                        .userVerification(UserVerificationRequirement.PREFERRED)
                        .build())
                .attestation(AttestationConveyancePreference.NONE)
                .extensions(new ImmutableAuthenticationExtensionsClientInputs(List.of()))
                .build();
    }

    private static AppException invalid() {
        return new AppException(
                PASSKEY_INVALID,
                "The passkey could not be added. Begin again.",
                List.of(new FieldError("credential", "is not the answer to what was asked")));
    }
}
