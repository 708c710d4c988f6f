package baseline;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Properties;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Rows of a Parquet file as CSV, by the driver and a buffered writer as anybody would write it down. */
@RestController
class BareExportController {

    @GetMapping("/export")
    void export(@RequestParam String file, HttpServletResponse response) throws SQLException, IOException {
        response.setContentType("text/csv");
        var settings = new Properties();
        settings.setProperty("jdbc_stream_results", "true");
        settings.setProperty("threads", "2");
        settings.setProperty("memory_limit", "256MiB");
        try (var connection = DriverManager.getConnection("jdbc:duckdb:", settings);
                var statement = connection.createStatement();
                var rows =
                        statement.executeQuery("SELECT * FROM read_parquet('%s')".formatted(file.replace("'", "''")));
                var out = new BufferedWriter(
                        new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8), 1 << 16)) {
            write(rows, out);
        }
    }

    private static void write(ResultSet rows, Writer out) throws SQLException, IOException {
        int columns = rows.getMetaData().getColumnCount();
        for (int i = 1; i <= columns; i++) {
            cell(rows.getMetaData().getColumnName(i), i == columns, out);
        }
        while (rows.next()) {
            for (int i = 1; i <= columns; i++) {
                Object value = rows.getObject(i);
                cell(value == null ? "" : value.toString(), i == columns, out);
            }
        }
    }

    private static void cell(String text, boolean last, Writer out) throws IOException {
        if (text.indexOf(',') >= 0 || text.indexOf('"') >= 0 || text.indexOf('\n') >= 0) {
            out.write('"');
            out.write(text.replace("\"", "\"\""));
            out.write('"');
        } else {
            out.write(text);
        }
        out.write(last ? "\r\n" : ",");
    }
}
