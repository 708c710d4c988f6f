package io.claribi.jobs;

import io.claribi.kernel.Ids;
import java.util.UUID;

public record JobId(UUID value) {
    public static JobId next() {
        return new JobId(Ids.next());
    }
}
