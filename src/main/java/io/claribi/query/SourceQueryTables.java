package io.claribi.query;

import io.claribi.connectors.DataSourceId;
import io.claribi.connectors.DataSources;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The tables of the organization's data sources. */
@Component
class SourceQueryTables implements QueryTables {
    private final DataSources sources;

    SourceQueryTables(DataSources sources) {
        this.sources = sources;
    }

    @Override
    public Optional<QueryTarget> find(UUID dataSourceId, String table) {
        return sources.findTable(new DataSourceId(dataSourceId), table)
                .map(found -> new QueryTarget(dataSourceId, found));
    }
}
