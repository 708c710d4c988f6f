package io.claribi.warehouse;

import java.util.List;

/**
 * The tables a file became. They are in the organization's folder and can be queried; whoever imported registers them
 * or deletes them.
 *
 * @param storedBytes what they take in the folder
 */
public record ImportedFile(FileFormat format, long storedBytes, List<ImportedTable> tables) {
    public ImportedFile {
        tables = List.copyOf(tables);
    }

    /**
     * One table of the file.
     *
     * @param rejectedCells how many values could not be read as their column's type, or stood outside every column
     * @param rejects the first 100 of them
     */
    public record ImportedTable(
            StoredTable table, List<ColumnStatistics> statistics, long rejectedCells, List<RejectedCell> rejects) {
        public ImportedTable {
            statistics = List.copyOf(statistics);
            rejects = List.copyOf(rejects);
        }
    }
}
