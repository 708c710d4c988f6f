package io.claribi.warehouse.files;

import io.claribi.warehouse.Column;
import io.claribi.warehouse.TableVersionId;
import java.nio.file.Path;
import java.util.List;

/** A table that is written, under a temporary name. */
record StagedTable(TableVersionId version, Path file, String name, long rows, List<Column> columns, Rejects rejects) {
    StagedTable {
        columns = List.copyOf(columns);
    }
}
