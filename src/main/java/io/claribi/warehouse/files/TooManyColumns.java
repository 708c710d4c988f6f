package io.claribi.warehouse.files;

import io.claribi.kernel.AppException;
import io.claribi.warehouse.ImportLimits;
import io.claribi.warehouse.WarehouseError;

/** The one refusal that every format shares. */
final class TooManyColumns {
    private TooManyColumns() {}

    static AppException of(ImportLimits limits) {
        return new AppException(
                WarehouseError.FILE_TOO_MANY_COLUMNS,
                "The file has more than %d columns, which is the most a table can have.".formatted(limits.columns()));
    }

    static void check(int columns, ImportLimits limits) {
        if (columns > limits.columns()) {
            throw of(limits);
        }
    }
}
