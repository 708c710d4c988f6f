package io.claribi.warehouse.files;

import io.claribi.kernel.AppException;
import io.claribi.warehouse.WarehouseError;

/** How many bytes may still come out of a compressed file. */
final class ExpansionBudget {
    private long left;

    ExpansionBudget(long bytes) {
        this.left = bytes;
    }

    void take(long bytes) {
        left -= bytes;
        if (left < 0) {
            throw new AppException(
                    WarehouseError.FILE_EXPANDS_TOO_FAR,
                    "The workbook expands to far more than its size. Save its data as .csv, or split it.");
        }
    }
}
