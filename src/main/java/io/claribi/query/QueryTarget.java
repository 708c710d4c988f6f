package io.claribi.query;

import io.claribi.warehouse.StoredTable;
import java.util.UUID;

/** The table that a query is put to, as it is at this moment, and what of it the asker may see. */
public record QueryTarget(UUID dataSourceId, StoredTable table, DataRights rights) {
    public QueryTarget(UUID dataSourceId, StoredTable table) {
        this(dataSourceId, table, DataRights.ALL);
    }
}
