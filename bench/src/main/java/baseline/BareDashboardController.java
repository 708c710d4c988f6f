package baseline;

import io.claribi.dashboards.DashboardFilter;
import io.claribi.dashboards.Widget;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads a dashboard for anybody, from a table without policies. */
@RestController
class BareDashboardController {
    private static final TypeReference<List<Widget>> WIDGETS = new TypeReference<>() {};
    private static final TypeReference<List<DashboardFilter>> FILTERS = new TypeReference<>() {};

    private final JdbcClient database;
    private final TransactionTemplate readOnly;
    private final JsonMapper json;

    BareDashboardController(JdbcClient database, TransactionTemplate readOnly, JsonMapper json) {
        this.database = database;
        this.readOnly = readOnly;
        this.json = json;
    }

    @GetMapping("/ready")
    String ready() {
        return "ready";
    }

    @GetMapping("/dashboards/{id}")
    ResponseEntity<Dashboard> get(@PathVariable UUID id) {
        return answer(find(id));
    }

    /** The same between BEGIN and COMMIT, which clariBI needs and a bare read does not. */
    @GetMapping("/in-transaction/dashboards/{id}")
    ResponseEntity<Dashboard> getInTransaction(@PathVariable UUID id) {
        return answer(readOnly.execute(status -> find(id)));
    }

    private Row find(UUID id) {
        return database.sql("""
                        SELECT id, name, data_source_id, widgets, filters, revision, created_by, created_at, updated_at
                        FROM bench.dashboard
                        WHERE id = :id
                        """).param("id", id).query(this::row).single();
    }

    private Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                new Dashboard(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getObject("data_source_id", UUID.class),
                        json.readValue(row.getString("widgets"), WIDGETS),
                        json.readValue(row.getString("filters"), FILTERS),
                        row.getTimestamp("created_at").toInstant(),
                        row.getTimestamp("updated_at").toInstant(),
                        new Rights(true, true, true)),
                row.getLong("revision"));
    }

    private static ResponseEntity<Dashboard> answer(Row row) {
        return ResponseEntity.ok().eTag("\"%d\"".formatted(row.revision())).body(row.dashboard());
    }

    record Row(Dashboard dashboard, long revision) {}

    record Dashboard(
            UUID id,
            String name,
            UUID dataSourceId,
            List<Widget> widgets,
            List<DashboardFilter> filters,
            Instant createdAt,
            Instant updatedAt,
            Rights can) {}

    record Rights(boolean edit, boolean delete, boolean export) {}
}
