package io.claribi.access.keys;

import io.claribi.kernel.Ids;
import java.util.UUID;

public record ApiKeyId(UUID value) {
    static ApiKeyId next() {
        return new ApiKeyId(Ids.next());
    }
}
