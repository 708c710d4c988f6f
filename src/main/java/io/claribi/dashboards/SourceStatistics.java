package io.claribi.dashboards;

import io.claribi.connectors.DataSourceId;
import io.claribi.connectors.DataSources;
import io.claribi.warehouse.ColumnStatistics;
import java.util.List;
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
    public List<ColumnStatistics> list(UUID dataSourceId, String table) {
        return sources.listStatistics(new DataSourceId(dataSourceId), table);
    }
}
