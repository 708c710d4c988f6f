package io.claribi.dashboards;

import io.claribi.connectors.DataSourceId;
import io.claribi.connectors.DataSources;
import io.claribi.warehouse.ColumnStatistics;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What was learnt of the tables of data sources when they came in. */
@Component
class SourceStatistics implements TableStatistics {
    private final DataSources sources;

    SourceStatistics(DataSources sources) {
        this.sources = sources;
    }

    @Override
    public Optional<ColumnStatistics> find(UUID dataSourceId, String table, String column) {
        return sources.findStatistics(new DataSourceId(dataSourceId), table, column);
    }
}
