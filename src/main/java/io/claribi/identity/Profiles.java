package io.claribi.identity;

import io.claribi.kernel.AccountId;
import io.claribi.kernel.AppException;
import java.util.function.UnaryOperator;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people say and choose for themselves. */
@Component
public class Profiles {
    private final ProfileStore store;
    private final AccountStore accounts;
    private final Sessions sessions;
    private final IdentitySettings settings;
    private final ApplicationEventPublisher events;

    Profiles(
            ProfileStore store,
            AccountStore accounts,
            Sessions sessions,
            IdentitySettings settings,
            ApplicationEventPublisher events) {
        this.store = store;
        this.accounts = accounts;
        this.sessions = sessions;
        this.settings = settings;
        this.events = events;
    }

    /** How long somebody may be away before a session is over: as they chose or, if they did not, as the server has it. */
    @Transactional(readOnly = true)
    public int idleTimeoutMinutes(AccountId account) {
        Integer chosen = store.get(account).idleTimeoutMinutes();
        return chosen == null ? Math.toIntExact(settings.sessionIdle().toMinutes()) : chosen;
    }

    /**
     * Changes one's own profile. Another idle timeout acts at once, on all of one's sessions.
     *
     * @throws AppException INVALID_INPUT
     */
    @Transactional
    public void change(AccountId id, UnaryOperator<Profile> change) {
        Profile before = store.get(id);
        Profile after = change.apply(before).checked();
        if (after.equals(before)) {
            return;
        }
        store.save(id, after);
        sessions.reread(id);
        events.publishEvent(new ProfileChanged(accounts.find(id).orElseThrow(), before, after));
    }
}
