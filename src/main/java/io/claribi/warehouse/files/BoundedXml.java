package io.claribi.warehouse.files;

import io.claribi.kernel.AppException;
import io.claribi.warehouse.WarehouseError;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * XML as it comes out of an archive. It ends the reading when too much comes, or when no tag begins for so long that a text
 * or an attribute would fill the memory of the parser.
 */
final class BoundedXml extends FilterInputStream {
    private final ExpansionBudget budget;
    private final int longestRun;
    private long sinceTag;

    BoundedXml(InputStream in, ExpansionBudget budget, int longestRun) {
        super(in);
        this.budget = budget;
        this.longestRun = longestRun;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        if (read > 0) {
            budget.take(read);
            checkRun(bytes, offset, read);
        }
        return read;
    }

    private void checkRun(byte[] bytes, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            sinceTag = bytes[i] == '<' ? 0 : sinceTag + 1;
            if (sinceTag > longestRun) {
                throw new AppException(
                        WarehouseError.FILE_CELL_TOO_LARGE,
                        "The workbook holds a value that is longer than %d kB.".formatted(longestRun / 1024));
            }
        }
    }
}
