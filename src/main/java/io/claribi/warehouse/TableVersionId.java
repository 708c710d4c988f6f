package io.claribi.warehouse;

import io.claribi.kernel.Ids;
import java.util.UUID;

/** One state of a table's rows: a Parquet file that never changes. New rows make a new version. */
public record TableVersionId(UUID value) {
    public static TableVersionId next() {
        return new TableVersionId(Ids.next());
    }
}
