package io.claribi.query;

import org.apache.calcite.sql.SqlBasicTypeNameSpec;
import org.apache.calcite.sql.SqlDataTypeSpec;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.SqlTypeName;

/** The types that expressions are cast to. */
final class SqlTypes {
    static final SqlDataTypeSpec DATE = of(SqlTypeName.DATE);
    static final SqlDataTypeSpec BIGINT = of(SqlTypeName.BIGINT);
    static final SqlDataTypeSpec DOUBLE = of(SqlTypeName.DOUBLE);

    private SqlTypes() {}

    private static SqlDataTypeSpec of(SqlTypeName type) {
        return new SqlDataTypeSpec(new SqlBasicTypeNameSpec(type, SqlParserPos.ZERO), SqlParserPos.ZERO);
    }
}
