package io.claribi.connectors;

import io.claribi.kernel.Ids;
import java.util.UUID;

public record DataSourceId(UUID value) {
    public static DataSourceId next() {
        return new DataSourceId(Ids.next());
    }
}
