package io.claribi.warehouse;

/**
 * How large the parts of a file may be, whatever the file's own size.
 *
 * @param columns of a table
 * @param rows of a table
 * @param tables of a file: sheets of a workbook, arrays of a JSON file
 * @param cellBytes of one value
 * @param rowBytes of all values of a row
 * @param expandedBytes that a compressed file may hold
 * @param expansion how many times its own size a compressed file may hold, beyond the first 64 MB
 * @param nesting how deep JSON may be nested
 */
public record ImportLimits(
        int columns,
        long rows,
        int tables,
        int cellBytes,
        int rowBytes,
        long expandedBytes,
        int expansion,
        int nesting) {
    public static final ImportLimits STANDARD =
            new ImportLimits(2_000, 1_000_000_000, 100, 1 << 20, 8 << 20, 8L << 30, 200, 100);
}
