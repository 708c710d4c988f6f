package io.claribi.warehouse.files;

import io.claribi.kernel.AppException;
import io.claribi.warehouse.WarehouseError;

/** The refusal of a file in which there is nothing. */
final class EmptyFile {
    private EmptyFile() {}

    static AppException refusal() {
        return new AppException(WarehouseError.FILE_EMPTY, "The file holds no rows of data.");
    }
}
