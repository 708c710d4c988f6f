package io.claribi.identity.passkeys;

import static io.claribi.identity.passkeys.PasskeyError.PASSKEY_REFUSED;

import com.webauthn4j.util.exception.WebAuthnException;
import io.claribi.identity.Assertions;
import io.claribi.kernel.AccountId;
import io.claribi.kernel.AppException;
import java.util.List;
import java.util.Optional;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutableAuthenticationExtensionsClientInputs;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialDescriptor;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Asks for proofs by passkey and judges them. */
@Component
class PasskeyAssertions implements Assertions {
    private final RelyingParty relyingParty;
    private final PasskeyStore store;
    private final Challenges challenges;
    private final WebAuthnJson json;

    PasskeyAssertions(RelyingParty relyingParty, PasskeyStore store, Challenges challenges, WebAuthnJson json) {
        this.relyingParty = relyingParty;
        this.store = store;
        this.challenges = challenges;
        this.json = json;
    }

    @Override
    @Transactional
    public String request(Optional<AccountId> account, String purpose) {
        return json.write(options(account, challenges.issue(purpose)));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public AccountId verify(Optional<AccountId> account, String purpose, String credential) {
        AccountId proven;
        try {
            PublicKeyCredential<AuthenticatorAssertionResponse> answer = json.readAssertion(credential);
            Bytes challenge = json.challengeOf(answer.getResponse());
            if (!challenges.answer(challenge, purpose)) {
                throw refused();
            }
            proven = UserHandle.account(relyingParty
                    .operations()
                    .authenticate(new RelyingPartyAuthenticationRequest(options(account, challenge), answer))
                    .getId());
        } catch (WebAuthnException | IllegalArgumentException e) {
            throw refused().causedBy(e);
        }
        if (account.isPresent() && !account.get().equals(proven)) {
            throw refused();
        }
        return proven;
    }

    /** Who comes without a password must be seen to be the one whose device it is: two factors in one (§6.2.3). */
    private PublicKeyCredentialRequestOptions options(Optional<AccountId> account, Bytes challenge) {
        String id = relyingParty.id();
        List<PublicKeyCredentialDescriptor> allowed = account.map(known -> store.listCredentials(known, id).stream()
                        .map(Credential::toDescriptor)
                        .toList())
                .orElse(List.of());
        return PublicKeyCredentialRequestOptions.builder()
                .challenge(challenge)
                .rpId(id)
                .timeout(Challenges.LIFE)
                .allowCredentials(allowed)
                .userVerification(
                        account.isPresent()
                                ? UserVerificationRequirement.PREFERRED
                                : UserVerificationRequirement.REQUIRED)
                .extensions(new ImmutableAuthenticationExtensionsClientInputs(List.of()))
                .build();
    }

    private static AppException refused() {
        return new AppException(PASSKEY_REFUSED, "The passkey was not accepted. Try again, or log in another way.");
    }
}
