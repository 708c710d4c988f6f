package io.claribi.warehouse;

import io.claribi.tenancy.OrganizationFolder;
import java.nio.file.Path;

/** Makes tables of a file. */
public interface FileImport {

    /**
     * Reads a file into tables in the organization's folder: all of them, or nothing.
     *
     * @param upload the file, complete; it stays as it is
     * @param fileName what its owner calls it; its end tells the format
     * @throws io.claribi.kernel.AppException a FILE_… code of {@link WarehouseError}, or WAREHOUSE_BUSY
     * @throws java.util.concurrent.CancellationException if the observer gave up or the thread was interrupted
     */
    ImportedFile importFile(
            OrganizationFolder folder,
            Path upload,
            String fileName,
            FileOptions options,
            ImportLimits limits,
            ImportObserver observer);
}
