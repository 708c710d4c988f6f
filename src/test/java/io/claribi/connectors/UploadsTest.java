package io.claribi.connectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.claribi.tenancy.DataDirectory;
import io.claribi.tenancy.OrganizationFolder;
import io.claribi.tenancy.OrganizationFolder.Kind;
import io.claribi.testing.Api.Answer;
import io.claribi.testing.Api.Call;
import io.claribi.testing.Multipart;
import io.claribi.testing.ServerTest;
import io.claribi.testing.Tenant;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@ServerTest
class UploadsTest {
    private static final int PLAN_LIMIT = 10_000_000;

    private final DataDirectory data;
    private final int port;
    private final Tenant tenant;

    UploadsTest(DataDirectory data, @LocalServerPort int port) {
        this.data = data;
        this.port = port;
        this.tenant = Tenant.register(port);
    }

    @Test
    void becomeASourceWithItsTablesStatisticsAndDashboard() {
        String id = tenant.salesSource();

        JsonNode source = tenant.api().get("/data-sources/" + id).expect(200).json();
        assertThat(source.path("tables").path(0).path("rows").asLong()).isEqualTo(6);
        assertThat(source.path("dashboardId").isMissingNode()).isFalse();
        JsonNode columns = tenant.api()
                .get("/data-sources/%s/statistics".formatted(id))
                .expect(200)
                .json()
                .path("tables")
                .path(0)
                .path("columns");
        assertThat(columns.path(3).path("max").asString()).startsWith("310.75");
        assertThat(files(Kind.UPLOADS)).isEmpty();
        assertThat(files(Kind.TABLES)).hasSize(1);
    }

    @Test
    void tellWhatCouldNotBeRead() {
        var rows = new StringBuilder("day,amount\n");
        IntStream.range(0, 30_000)
                .forEach(i -> rows.append("2024-01-05,").append(i).append('\n'));
        rows.append("2024-01-05,about ten\n");

        JsonNode job = tenant.upload("amounts.csv", rows.toString());

        JsonNode table = tenant.api()
                .get("/data-sources/%s/statistics"
                        .formatted(job.path("result").path("dataSourceId").asString()))
                .json()
                .path("tables")
                .path(0);
        assertThat(table.path("rows").asLong()).isEqualTo(30_001);
        assertThat(table.path("rejects").path(0).path("text").asString()).isEqualTo("about ten");
        assertThat(table.path("rejects").path(0).path("row").asLong()).isEqualTo(30_002);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    empty.csv   |                              | 422 | FILE_EMPTY
                    header.csv  | a,b                          | 422 | FILE_EMPTY
                    paper.csv   | %PDF-1.7 and so on           | 422 | FILE_TYPE_MISMATCH
                    page.xlsx   | <html><body>no</body></html> | 422 | FILE_TYPE_MISMATCH
                    table.parquet | PAR1 no                    | 422 | FILE_UNREADABLE
                    bad.json    | [{"a":1},                    | 422 | FILE_UNREADABLE
                    notes.docx  | some text                    | 415 | FILE_FORMAT_UNSUPPORTED
                    """)
    void areRefusedWithAReasonAndLeaveNothing(String name, String content, int status, String code) {
        byte[] bytes = content == null ? new byte[0] : content.getBytes(StandardCharsets.UTF_8);

        Answer answer = upload(name, bytes);

        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.json().path("detail").asString()).isNotBlank();
        assertNothingIsLeft();
    }

    @Test
    void areHeldAgainstThePlanBeforeTheyAreRead() {
        byte[] large = new byte[PLAN_LIMIT + 100_000];

        Answer answer = upload("large.csv", large);

        assertThat(answer.status()).isEqualTo(402);
        assertThat(answer.code()).isEqualTo("PLAN_LIMIT_REACHED");
        assertThat(answer.json().path("limit").asString()).isEqualTo("file_size");
        assertNothingIsLeft();
    }

    @Test
    void areHeldAgainstThePlanWhileTheyAreReadWhenTheyDoNotTellTheirSize() {
        byte[] large = new byte[PLAN_LIMIT + 1];

        Answer answer = tenant.api()
                .send(Call.upload(
                        "/data-sources/upload",
                        new Multipart()
                                .file(
                                        "large.csv",
                                        BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)))));

        assertThat(answer.status()).isEqualTo(402);
        assertThat(answer.json().path("limit").asString()).isEqualTo("file_size");
        assertNothingIsLeft();
    }

    @Test
    void areLimitedInNumberWhoeverComesFirst() {
        List<Answer> answers = IntStream.range(0, 7)
                .parallel()
                .mapToObj(i -> upload("s" + i + ".csv", Tenant.SALES.getBytes(StandardCharsets.UTF_8)))
                .toList();

        assertThat(answers).allMatch(answer -> answer.status() == 202 || answer.status() == 402);
        answers.stream()
                .filter(answer -> answer.status() == 202)
                .forEach(answer -> tenant.finished(answer.json().path("id").asString()));
        assertThat(tenant.api().get("/data-sources").json().path("items").size())
                .isEqualTo(5);
        assertThat(files(Kind.TABLES)).hasSize(5);
    }

    @Test
    void replaceTheOldRowsAsAWhole() {
        String id = tenant.salesSource();
        Path before = files(Kind.TABLES).getFirst();

        JsonNode job = tenant.finished(tenant.api()
                .send(Call.upload(
                        "/data-sources/%s/upload".formatted(id),
                        new Multipart()
                                .file("new.csv", "day,revenue\n2024-04-01,1\n".getBytes(StandardCharsets.UTF_8))))
                .expect(202)
                .json()
                .path("id")
                .asString());

        assertThat(job.path("status").asString()).isEqualTo("succeeded");
        JsonNode source = tenant.api().get("/data-sources/" + id).json();
        assertThat(source.path("tables").path(0).path("columns").size()).isEqualTo(2);
        await().untilAsserted(() -> assertThat(before).doesNotExist());
        assertThat(files(Kind.TABLES)).hasSize(1);
    }

    @Test
    void keepTheOldRowsWhenTheNewOnesCanNotBeRead() {
        String id = tenant.salesSource();

        Answer refused = tenant.api()
                .send(Call.upload(
                        "/data-sources/%s/upload".formatted(id), new Multipart().file("new.csv", new byte[0])));

        assertThat(refused.code()).isEqualTo("FILE_EMPTY");
        assertThat(tenant.api()
                        .get("/data-sources/" + id)
                        .json()
                        .path("tables")
                        .path(0)
                        .path("rows")
                        .asLong())
                .isEqualTo(6);
        assertThat(files(Kind.TABLES)).hasSize(1);
    }

    @Test
    void goWithTheirFilesAndDashboards() {
        String id = tenant.salesSource();

        tenant.api().delete("/data-sources/" + id).expect(204);

        assertThat(tenant.api().get("/data-sources/" + id).status()).isEqualTo(404);
        assertThat(tenant.api().get("/dashboards").json().path("items").size()).isZero();
        assertThat(files(Kind.TABLES)).isEmpty();
    }

    @Test
    void numberTheNameThatIsTaken() {
        tenant.upload("sales.csv", Tenant.SALES);
        tenant.upload("sales.csv", Tenant.SALES);

        assertThat(tenant.api()
                        .get("/data-sources")
                        .json()
                        .path("items")
                        .valueStream()
                        .map(item -> item.path("name").asString()))
                .containsExactly("sales (2)", "sales");
    }

    @ParameterizedTest
    @CsvSource({"application/json, 415", "text/plain, 415", "multipart/form-data, 400"})
    void areFormsAndNothingElse(String contentType, int status) {
        Answer answer = tenant.api()
                .send(Call.json("POST", "/data-sources/upload", "{}").with("Content-Type", contentType));

        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    @Test
    void keepNoNameThatLeadsElsewhere() {
        JsonNode job = tenant.upload("../../../etc/evil\\..\\x.csv", Tenant.SALES);

        JsonNode source = tenant.api()
                .get("/data-sources/" + job.path("result").path("dataSourceId").asString())
                .json();
        assertThat(source.path("name").asString()).isEqualTo("x");
        assertThat(files(Kind.TABLES)).hasSize(1);
    }

    @Test
    void areSoManyAtATimeAndNoMore() throws IOException {
        Path folder = OrganizationFolder.of(data, tenant.organization()).folder(Kind.UPLOADS);
        for (int i = 0; i < 10; i++) {
            Files.createFile(folder.resolve(UUID.randomUUID() + (i % 2 == 0 ? ".part" : ".upload")));
        }

        Answer refused = upload("sales.csv", Tenant.SALES.getBytes(StandardCharsets.UTF_8));

        assertThat(refused.status()).as(refused.text()).isEqualTo(429);
        assertThat(refused.code()).isEqualTo("TOO_MANY_UPLOADS");
        assertThat(refused.headers().firstValue("Retry-After")).hasValue("10");
        assertThat(files(Kind.UPLOADS)).hasSize(10);
        assertThat(Tenant.register(port).salesSource()).isNotBlank();
    }

    @Test
    void keepANameThatReadsAsItStands() {
        JsonNode job = tenant.upload("a\tb\u202Evsc.csv", Tenant.SALES);

        JsonNode source = tenant.api()
                .get("/data-sources/" + job.path("result").path("dataSourceId").asString())
                .json();
        assertThat(source.path("fileName").asString()).isEqualTo("a b vsc.csv");
        assertThat(source.path("name").asString()).isEqualTo("a b vsc");
    }

    private Answer upload(String name, byte[] content) {
        return tenant.api().send(Call.upload("/data-sources/upload", new Multipart().file(name, content)));
    }

    private void assertNothingIsLeft() {
        assertThat(tenant.api().get("/data-sources").json().path("items").size())
                .isZero();
        for (Kind kind : Kind.values()) {
            await().untilAsserted(() -> assertThat(files(kind)).isEmpty());
        }
    }

    private List<Path> files(Kind kind) {
        Path folder = OrganizationFolder.of(data, tenant.organization()).folder(kind);
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
