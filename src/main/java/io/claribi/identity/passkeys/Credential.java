package io.claribi.identity.passkeys;

import io.claribi.kernel.AccountId;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialDescriptor;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;

/**
 * What the server keeps of a public key credential (WebAuthn §4, credential record).
 *
 * @param relyingParty the host name that it was made for; it signs for no other
 * @param publicKey in COSE form (RFC 9052 §7)
 * @param attestation the whole attestation object, from which the key is read again at each use
 */
record Credential(
        AccountId account,
        byte[] id,
        String relyingParty,
        byte[] publicKey,
        byte[] attestation,
        long signatureCount,
        boolean userVerified,
        boolean backupEligible,
        boolean backedUp,
        Set<String> transports) {
    static Credential of(AccountId account, String relyingParty, CredentialRecord made) {
        Bytes attestation = made.getAttestationObject();
        if (attestation == null) {
            throw new IllegalArgumentException("A credential comes with its attestation object");
        }
        return new Credential(
                account,
                made.getCredentialId().getBytes(),
                relyingParty,
                made.getPublicKey().getBytes(),
                attestation.getBytes(),
                made.getSignatureCount(),
                made.isUvInitialized(),
                made.isBackupEligible(),
                made.isBackupState(),
                made.getTransports().stream()
                        .map(AuthenticatorTransport::getValue)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    CredentialRecord toRecord() {
        return ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(new Bytes(id))
                .userEntityUserId(UserHandle.of(account))
                .publicKey(new ImmutablePublicKeyCose(publicKey))
                .attestationObject(new Bytes(attestation))
                .signatureCount(signatureCount)
                .uvInitialized(userVerified)
                .backupEligible(backupEligible)
                .backupState(backedUp)
                .transports(authenticatorTransports())
                .label("")
                .build();
    }

    PublicKeyCredentialDescriptor toDescriptor() {
        return PublicKeyCredentialDescriptor.builder()
                .type(PublicKeyCredentialType.PUBLIC_KEY)
                .id(new Bytes(id))
                .transports(authenticatorTransports())
                .build();
    }

    private Set<AuthenticatorTransport> authenticatorTransports() {
        return transports.stream().map(AuthenticatorTransport::valueOf).collect(Collectors.toUnmodifiableSet());
    }
}
