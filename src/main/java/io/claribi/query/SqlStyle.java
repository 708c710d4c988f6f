package io.claribi.query;

import io.claribi.warehouse.StoredTable;
import io.claribi.warehouse.Warehouse;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.calcite.sql.SqlDynamicParam;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.util.DateString;
import org.apache.calcite.util.TimeString;
import org.apache.calcite.util.TimestampString;

/** How a statement names its relation, its columns and its values: one way to be run, another to be read. */
sealed interface SqlStyle {
    SqlNode relation();

    SqlNode column(String name);

    SqlNode value(Object value);

    /**
     * To be run: values apart, in the order in which the statement asks for them; columns qualified, so that no alias of
     * the query can be taken for one.
     */
    final class Bound implements SqlStyle {
        private static final String ALIAS = "t";

        private final StoredTable table;
        private final List<Object> values = new ArrayList<>();

        Bound(StoredTable table) {
            this.table = table;
        }

        @Override
        public SqlNode relation() {
            return SqlStdOperatorTable.AS.createCall(
                    SqlParserPos.ZERO, SqlNames.of(Warehouse.relation(table)), SqlNames.of(ALIAS));
        }

        @Override
        public SqlNode column(String name) {
            return SqlNames.of(ALIAS, name);
        }

        @Override
        public SqlNode value(Object value) {
            values.add(value);
            return new SqlDynamicParam(values.size() - 1, SqlParserPos.ZERO);
        }

        List<Object> values() {
            return values;
        }
    }

    /** To be read by people. */
    record Shown(StoredTable table) implements SqlStyle {
        private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
        private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

        @Override
        public SqlNode relation() {
            return SqlNames.of(table.name());
        }

        @Override
        public SqlNode column(String name) {
            return SqlNames.of(name);
        }

        @Override
        public SqlNode value(Object value) {
            return switch (value) {
                case String text -> text(text);
                case Boolean bool -> SqlLiteral.createBoolean(bool, SqlParserPos.ZERO);
                case BigDecimal number -> SqlLiteral.createExactNumeric(number.toPlainString(), SqlParserPos.ZERO);
                case Long number -> SqlLiteral.createExactNumeric(number.toString(), SqlParserPos.ZERO);
                case LocalDate date -> SqlLiteral.createDate(new DateString(date.toString()), SqlParserPos.ZERO);
                case LocalTime time -> time(time);
                case Instant instant -> moment(instant.atOffset(ZoneOffset.UTC));
                default -> throw new IllegalArgumentException("No literal for a " + value.getClass());
            };
        }

        private static SqlNode time(LocalTime time) {
            var text = new TimeString(SECONDS.format(time)).withNanos(time.getNano());
            return SqlLiteral.createTime(text, decimals(time.getNano()), SqlParserPos.ZERO);
        }

        private static SqlNode moment(OffsetDateTime moment) {
            var text = new TimestampString(MOMENT.format(moment)).withNanos(moment.getNano());
            return SqlLiteral.createTimestamp(text, decimals(moment.getNano()), SqlParserPos.ZERO);
        }

        private static int decimals(int nanos) {
            return nanos == 0 ? 0 : 6;
        }

        /** UTF-8 named, because Calcite refuses what its default, Latin-1, does not have. */
        private static SqlNode text(String text) {
            return SqlLiteral.createCharString(text, "UTF-8", SqlParserPos.ZERO);
        }
    }
}
