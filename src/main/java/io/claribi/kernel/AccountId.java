package io.claribi.kernel;

import java.util.UUID;

public record AccountId(UUID value) {
    public static AccountId next() {
        return new AccountId(Ids.next());
    }
}
