package io.claribi.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.claribi.testing.Api.Answer;
import io.claribi.testing.ServerTest;
import io.claribi.testing.Tenant;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServerTest
class QueryRoutesTest {
    private final Tenant tenant;
    private final String source;
    private final String table;

    QueryRoutesTest(@LocalServerPort int port) {
        tenant = Tenant.register(port);
        source = tenant.upload("accounts.csv", """
                name,day,amount
                =cmd|' /C calc'!A0,2024-01-05,-12.5
                "Ann ""A"" Lee",2024-02-06,30
                """)
                .path("result")
                .path("dataSourceId")
                .asString();
        table = tenant.api()
                .get("/data-sources/" + source)
                .json()
                .path("tables")
                .path(0)
                .path("name")
                .asString();
    }

    @Test
    void answerATypedQuery() {
        Answer answer = tenant.api().post("/queries", query("""
                "measures":[{"function":"sum","field":"amount","as":"total"}],"dimensions":[{"field":"day","grain":"year"}]""")).expect(200);

        assertThat(answer.json().path("rows")).hasToString("[[\"2024-01-01\",17.5]]");
        assertThat(answer.json().path("columns").path(1)).hasToString("{\"name\":\"total\",\"type\":\"decimal\"}");
        assertThat(answer.json().path("sql").asString()).contains("SUM").doesNotContain("t_0");
    }

    @Test
    void tellAllThatIsWrongAtOnce() {
        Answer answer = tenant.api().post("/queries", query("""
                "measures":[{"function":"sum","field":"name"},{"function":"max","field":"nothing"}],"limit":0"""));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("INVALID_QUERY");
        assertThat(answer.json().path("errors").size()).isEqualTo(3);
    }

    @Test
    void refuseWhatIsNotAQuery() {
        assertThat(tenant.api().post("/queries", "{").status()).isEqualTo(400);
        assertThat(tenant.api()
                        .post("/queries", query("\"sql\":\"DROP TABLE x\""))
                        .status())
                .isEqualTo(400);
        assertThat(tenant.api()
                        .post("/queries", query("\"measures\":[{\"function\":\"eval\"}]"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void exportCsvWithHarmlessTextAndNumbersThatStayNumbers() {
        Answer answer = tenant.api()
                .post("/queries/export?format=csv", query("\"orderBy\":[{\"by\":\"amount\",\"direction\":\"asc\"}]"))
                .expect(200);

        assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment");
        assertThat(answer.text().lines())
                .containsExactly(
                        "name,day,amount",
                        "'=cmd|' /C calc'!A0,2024-01-05,-12.5",
                        "\"Ann \"\"A\"\" Lee\",2024-02-06,30");
    }

    @Test
    void exportAWorkbookWithTypedCells() throws IOException {
        Answer answer = tenant.api()
                .post("/queries/export?format=xlsx", query("\"orderBy\":[{\"by\":\"amount\",\"direction\":\"asc\"}]"))
                .expect(200);

        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(answer.bytes()))) {
            List<Row> rows = workbook.getFirstSheet().read();
            assertThat(rows).hasSize(3);
            assertThat(rows.get(1).getCellText(0)).startsWith("'=");
            assertThat(rows.get(1).getCellAsNumber(2).orElseThrow()).isEqualByComparingTo("-12.5");
        }
    }

    @Test
    void exportNothingInAFormThatIsUnknown() {
        assertThat(tenant.api()
                        .post("/queries/export?format=pdf", query("\"limit\":1"))
                        .status())
                .isEqualTo(400);
        assertThat(tenant.api().post("/queries/export", query("\"limit\":1")).status())
                .isEqualTo(400);
    }

    @Test
    void showTheFirstRowsOfATable() {
        Answer answer = tenant.api()
                .get("/data-sources/%s/tables/%s/rows?limit=1".formatted(source, table))
                .expect(200);

        assertThat(answer.json().path("rows").size()).isEqualTo(1);
        assertThat(answer.json().path("truncated").asBoolean()).isTrue();
    }

    private String query(String rest) {
        return """
                {"dataSourceId":"%s","table":"%s",%s}
                """.formatted(source, table, rest);
    }
}
