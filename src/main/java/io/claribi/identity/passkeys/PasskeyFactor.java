package io.claribi.identity.passkeys;

import io.claribi.identity.SecondFactor;
import io.claribi.kernel.AccountId;
import java.util.Collection;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Passkeys as a second factor; they have no codes. */
@Component
class PasskeyFactor implements SecondFactor {
    static final String NAME = "passkey";

    private final PasskeyStore store;

    PasskeyFactor(PasskeyStore store) {
        this.store = store;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean isEnrolled(AccountId account) {
        return !store.list(account).isEmpty();
    }

    @Override
    public Set<AccountId> enrolledAmong(Collection<AccountId> accounts) {
        return store.enrolledAmong(accounts);
    }

    @Override
    public boolean takesCodes() {
        return false;
    }

    @Override
    public void remove(AccountId account) {
        store.deleteAll(account);
    }
}
