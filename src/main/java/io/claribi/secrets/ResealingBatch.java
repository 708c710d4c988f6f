package io.claribi.secrets;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One transaction's worth of sealing anew.
 *
 * @param unopenable secrets that were left as they are, since they don't open although their key is here
 * @param last behind which the next batch begins; absent when there is none
 */
record ResealingBatch(
        Resealed done, long unopenable, @Nullable Position last) {
    /** Rows of a transaction: few enough that nobody notices who needs one of them meanwhile. */
    static final int ROWS = 500;

    /** A row in the order of record and field. */
    record Position(UUID record, String field) {
        static final Position START = new Position(new UUID(0, 0), "");
    }
}
