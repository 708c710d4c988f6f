package io.claribi.connectors;

import io.claribi.warehouse.FileOptions;
import java.util.UUID;

/**
 * What a file import job has to do.
 *
 * @param sourceId the source that it makes, or replaces the tables of
 */
record ImportOrder(UUID sourceId, boolean replaces, String name, UploadedFile file, FileOptions options) {
    DataSourceId source() {
        return new DataSourceId(sourceId);
    }
}
