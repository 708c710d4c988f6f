package io.claribi.connectors;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.claribi.tenancy.Database;
import io.claribi.warehouse.Column;
import io.claribi.warehouse.ColumnStatistics;
import io.claribi.warehouse.ImportedFile.ImportedTable;
import io.claribi.warehouse.RejectedCell;
import io.claribi.warehouse.StoredTable;
import io.claribi.warehouse.TableVersionId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class SourceTableStore {
    private static final TypeReference<List<Column>> COLUMNS = new TypeReference<>() {};
    private static final TypeReference<List<ColumnStatistics>> STATISTICS = new TypeReference<>() {};
    private static final TypeReference<List<RejectedCell>> REJECTS = new TypeReference<>() {};

    private final Database database;
    private final JsonMapper json;

    SourceTableStore(Database database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    Map<DataSourceId, List<StoredTable>> of(List<DataSourceId> sources) {
        return database
                .sql("""
                        SELECT data_source_id, version, name, rows, columns, longest_row
                        FROM connectors.source_table
                        WHERE data_source_id = ANY (:sources)
                        ORDER BY data_source_id, position
                        """)
                .param("sources", sources.stream().map(DataSourceId::value).toArray(UUID[]::new))
                .query((row, number) ->
                        Map.entry(new DataSourceId(row.getObject("data_source_id", UUID.class)), table(row)))
                .list()
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }

    Optional<StoredTable> find(DataSourceId source, String name) {
        return database.sql("""
                        SELECT version, name, rows, columns, longest_row
                        FROM connectors.source_table
                        WHERE data_source_id = :source
                          AND name = :name
                        """)
                .param("source", source.value())
                .param("name", name)
                .query((row, number) -> table(row))
                .optional();
    }

    List<ImportedTable> listProfiled(DataSourceId source) {
        return database.sql("""
                        SELECT version, name, rows, columns, longest_row, statistics, rejected_cells, rejects
                        FROM connectors.source_table
                        WHERE data_source_id = :source
                        ORDER BY position
                        """)
                .param("source", source.value())
                .query((row, number) -> profiled(row))
                .list();
    }

    Optional<ColumnStatistics> findStatistics(TableVersionId table, String column) {
        return database.sql("""
                        SELECT described.column_statistics
                        FROM connectors.source_table
                        CROSS JOIN LATERAL jsonb_array_elements(statistics) AS described (column_statistics)
                        WHERE version = :table
                          AND described.column_statistics ->> 'name' = :column
                        """)
                .param("table", table.value())
                .param("column", column)
                .query(String.class)
                .optional()
                .map(statistics -> json.readValue(statistics, ColumnStatistics.class));
    }

    void insert(DataSourceId source, int position, ImportedTable table) {
        database.sql("""
                        INSERT INTO connectors.source_table
                            (version, data_source_id, position, name, rows, columns, longest_row, statistics, rejected_cells,
                                rejects)
                        VALUES (:version, :source, :position, :name, :rows, CAST(:columns AS jsonb), :longestRow,
                            CAST(:statistics AS jsonb), :rejectedCells, CAST(:rejects AS jsonb))
                        """)
                .param("version", table.table().version().value())
                .param("source", source.value())
                .param("position", position)
                .param("name", table.table().name())
                .param("rows", table.table().rows())
                .param("columns", json.writeValueAsString(table.table().columns()))
                .param("longestRow", table.table().longestRow())
                .param("statistics", json.writeValueAsString(table.statistics()))
                .param("rejectedCells", table.rejectedCells())
                .param("rejects", json.writeValueAsString(table.rejects()))
                .update();
    }

    List<TableVersionId> deleteAll(DataSourceId source) {
        return database.sql("""
                        DELETE FROM connectors.source_table
                        WHERE data_source_id = :source
                        RETURNING version
                        """)
                .param("source", source.value())
                .query((row, number) -> new TableVersionId(row.getObject("version", UUID.class)))
                .list();
    }

    List<TableVersionId> listVersions() {
        return database.sql("""
                        SELECT version
                        FROM connectors.source_table
                        """)
                .query((row, number) -> new TableVersionId(row.getObject("version", UUID.class)))
                .list();
    }

    private StoredTable table(ResultSet row) throws SQLException {
        return new StoredTable(
                new TableVersionId(row.getObject("version", UUID.class)),
                row.getString("name"),
                row.getLong("rows"),
                json.readValue(row.getString("columns"), COLUMNS),
                row.getLong("longest_row"));
    }

    private ImportedTable profiled(ResultSet row) throws SQLException {
        return new ImportedTable(
                table(row),
                json.readValue(row.getString("statistics"), STATISTICS),
                row.getLong("rejected_cells"),
                json.readValue(row.getString("rejects"), REJECTS));
    }
}
