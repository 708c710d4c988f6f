package io.claribi.identity.passkeys;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;

/** The credentials of one relying party as Spring Security asks for them; what it does not ask for is not there. */
class CredentialRepository implements UserCredentialRepository {
    private final PasskeyStore store;
    private final String relyingParty;

    CredentialRepository(PasskeyStore store, String relyingParty) {
        this.store = store;
        this.relyingParty = relyingParty;
    }

    @Override
    public @Nullable CredentialRecord findByCredentialId(Bytes id) {
        return store.findCredential(id.getBytes(), relyingParty)
                .map(Credential::toRecord)
                .orElse(null);
    }

    /** Told of a new credential, which {@link Passkeys} keeps, and of each use of an old one. */
    @Override
    public void save(CredentialRecord used) {
        store.used(used.getCredentialId().getBytes(), used.getSignatureCount(), used.isBackupState());
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes user) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void delete(Bytes id) {
        throw new UnsupportedOperationException();
    }
}
