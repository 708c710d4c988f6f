package io.claribi.identity;

import io.claribi.kernel.AccountId;
import io.claribi.kernel.AppException;
import java.util.Optional;

/** Proofs by passkey (WebAuthn Level 3 §7.2), as far as log-ins ask for them. All JSON is that of WebAuthn §5.1. */
public interface Assertions {
    /**
     * What the browser asks an authenticator with.
     *
     * @param account whose passkeys are asked for; empty: the person picks one, and proves to it who they are
     * @param purpose what the answer is good for; anything else refuses it
     * @return {@code PublicKeyCredentialRequestOptionsJSON}
     * @throws AppException PASSKEYS_UNAVAILABLE
     */
    String request(Optional<AccountId> account, String purpose);

    /**
     * Whose passkey answered; part of the transaction around, which takes the answer for good.
     *
     * @param account as it was asked for
     * @param credential {@code AuthenticationResponseJSON}
     * @throws AppException PASSKEY_REFUSED or PASSKEYS_UNAVAILABLE
     */
    AccountId verify(Optional<AccountId> account, String purpose, String credential);
}
