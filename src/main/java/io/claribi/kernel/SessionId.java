package io.claribi.kernel;

import java.util.UUID;

public record SessionId(UUID value) {
    public static SessionId next() {
        return new SessionId(Ids.next());
    }
}
