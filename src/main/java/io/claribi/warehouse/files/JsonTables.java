package io.claribi.warehouse.files;

import io.claribi.kernel.AppException;
import io.claribi.warehouse.ImportLimits;
import io.claribi.warehouse.WarehouseError;
import java.util.List;

/** How many tables one JSON file may hold: as many, and as wide, as a workbook may. */
final class JsonTables {
    private JsonTables() {}

    static void check(int tables, ImportLimits limits) {
        if (tables > limits.tables()) {
            throw new AppException(
                    WarehouseError.FILE_TOO_MANY_SHEETS,
                    "The file holds more than %d arrays of rows. Split it.".formatted(limits.tables()));
        }
    }

    static void checkColumns(List<TextTable> tables) {
        if (tables.stream().mapToInt(TextTable::width).sum() > Workbook.MOST_COLUMNS) {
            throw new AppException(
                    WarehouseError.FILE_TOO_MANY_COLUMNS,
                    "The file has more than %d columns in all its tables. Split it.".formatted(Workbook.MOST_COLUMNS));
        }
    }
}
