package io.claribi.query;

import java.util.Optional;
import java.util.UUID;

/** Finds the tables that queries name, among those of the current organization that the caller may see. */
public interface QueryTables {
    Optional<QueryTarget> find(UUID dataSourceId, String table);
}
