package io.claribi.warehouse.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** DuckDB's messages quote values, and exceptions are logged. */
class DuckErrorsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SELECT CAST('planted' AS INTEGER)                       | OUT_OF_RANGE | Conversion Error
            SELECT CAST('it''s planted' AS DATE)                    | OUT_OF_RANGE | Conversion Error
            SELECT "planted" FROM (SELECT 1 AS "more planted")      | OTHER        | Binder Error
            SELECT * FROM read_csv('/nowhere/planted.csv')          | FILE_ACCESS  | IO Error
            SELECT 'planted                                         | OTHER        | Parser Error
            """)
    void quoteNoValue(String sql, DuckException.Kind kind, String words) throws SQLException {
        DuckException failure = failureOf(sql);

        assertThat(failure.kind()).isEqualTo(kind);
        assertThat(failure.getMessage()).startsWith(words);
        assertThat(stackTrace(failure)).doesNotContain("planted").contains("org.duckdb");
    }

    private static DuckException failureOf(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:duckdb:")) {
            return new DuckException(Assertions.catchThrowableOfType(SQLException.class, () -> {
                try (var statement = connection.prepareStatement(sql)) {
                    statement.execute();
                }
            }));
        }
    }

    private static String stackTrace(Throwable failure) {
        var text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
