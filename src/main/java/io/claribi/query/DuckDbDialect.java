package io.claribi.query;

import org.apache.calcite.avatica.util.TimeUnitRange;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlWriter;
import org.apache.calcite.sql.dialect.DuckDBSqlDialect;
import org.jspecify.annotations.Nullable;

/** DuckDB's SQL, where Calcite's own dialect falls short of it: LIMIT, quarters, and texts beyond ASCII. */
final class DuckDbDialect extends DuckDBSqlDialect {
    static final DuckDbDialect INSTANCE = new DuckDbDialect();

    private DuckDbDialect() {
        super(DEFAULT_CONTEXT);
    }

    @Override
    public void unparseOffsetFetch(SqlWriter writer, @Nullable SqlNode offset, @Nullable SqlNode fetch) {
        unparseFetchUsingLimit(writer, offset, fetch);
    }

    @Override
    public void unparseCall(SqlWriter writer, SqlCall call, int leftPrecedence, int rightPrecedence) {
        if (isQuarter(call)) {
            writer.print("DATETRUNC");
            SqlWriter.Frame frame = writer.startList("(", ")");
            writer.print("'quarter'");
            writer.sep(",", true);
            call.operand(0).unparse(writer, 0, 0);
            writer.endList(frame);
            return;
        }
        super.unparseCall(writer, call, leftPrecedence, rightPrecedence);
    }

    /** DuckDB's texts are UTF-8 as they stand; it has neither U&'' nor character sets. */
    @Override
    public void quoteStringLiteral(StringBuilder sql, @Nullable String charset, String text) {
        sql.append('\'').append(text.replace("'", "''")).append('\'');
    }

    private static boolean isQuarter(SqlCall call) {
        return call.getKind() == SqlKind.FLOOR
                && call.operandCount() == 2
                && call.operand(1) instanceof SqlLiteral unit
                && unit.getValueAs(TimeUnitRange.class) == TimeUnitRange.QUARTER;
    }
}
