package io.claribi.query;

import java.util.Collections;
import java.util.List;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.parser.SqlParserPos;

/** Identifiers of any content. */
final class SqlNames {
    private static final SqlParserPos QUOTED = SqlParserPos.ZERO.withQuoting(true);

    private SqlNames() {}

    /**
     * An identifier that Calcite takes for a name, whatever it is: without the quoted position it would write a column
     * called {@code USER} or {@code CURRENT_DATE} as the function of that name.
     */
    static SqlIdentifier of(String... parts) {
        for (String part : parts) {
            if (part.isEmpty()) {
                throw new IllegalArgumentException("An empty name means * to Calcite");
            }
        }
        var names = List.of(parts);
        return new SqlIdentifier(names, null, QUOTED, Collections.nCopies(parts.length, QUOTED));
    }
}
