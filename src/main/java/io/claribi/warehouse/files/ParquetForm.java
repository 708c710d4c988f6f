package io.claribi.warehouse.files;

/**
 * How tables are written: zstd at its quickest with version 2 encodings is smaller than Snappy and takes no longer. Bloom
 * filters would take one part in fifteen of the time, for columns of few values, which are in every group of rows anyway.
 */
final class ParquetForm {
    private static final long GROUP_ROWS = 122_880;
    private static final long GROUP_CELLS = 4_000_000;
    private static final long GROUP_BYTES = 48L << 20;

    private ParquetForm() {}

    /** Options of COPY. A group of rows is held in memory by each thread that writes, so wide rows make small groups. */
    static String options(int columns, long rowLength) {
        long rows = Math.min(GROUP_CELLS / Math.max(1, columns), GROUP_BYTES / Math.max(1, rowLength));
        return "(FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 1, PARQUET_VERSION v2, WRITE_BLOOM_FILTER false, USE_TMP_FILE false, ROW_GROUP_SIZE %d)"
                .formatted(Math.clamp(rows, 2_048, GROUP_ROWS));
    }
}
