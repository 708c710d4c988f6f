package io.claribi.access.keys;

import static io.claribi.access.keys.ApiKeyError.API_KEY_SUSPENDED;

import io.claribi.access.Callers;
import io.claribi.kernel.AppException;
import io.claribi.kernel.Caller;
import io.claribi.secrets.Secret;
import org.springframework.stereotype.Component;

/** Who comes with an API key. */
@Component
public class KeyCallers {
    private final PresentKeys keys;
    private final Callers callers;

    KeyCallers(PresentKeys keys, Callers callers) {
        this.keys = keys;
        this.callers = callers;
    }

    /** Whether what a client sends is meant to be a key. */
    public boolean isMeantAsKey(Secret sent) {
        return sent.use(text -> text.startsWith(KeyText.START));
    }

    /**
     * The key's creator with the role of now, as far as the key's scopes reach.
     *
     * @throws AppException API_KEY_INVALID, API_KEY_EXPIRED or API_KEY_SUSPENDED; ORGANIZATION_DISABLED or
     *     ORGANIZATION_CLOSING
     */
    public Caller callerOf(Secret sent) {
        PresentKey key = keys.get(sent);
        Caller creator = callers.find(key.account(), key.organization(), key.credential())
                .orElseThrow(() -> new AppException(
                        API_KEY_SUSPENDED, "Whoever made this API key is no active member of the organization."));
        return creator.within(key.narrow(creator.grants()));
    }
}
