package io.claribi.kernel;

import java.util.UUID;

/** A log-in that goes on. */
public record SessionId(UUID value) implements Credential {
    public static SessionId next() {
        return new SessionId(Ids.next());
    }
}
