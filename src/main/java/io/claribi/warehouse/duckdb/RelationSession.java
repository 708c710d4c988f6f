package io.claribi.warehouse.duckdb;

import io.claribi.kernel.OrganizationId;
import io.claribi.warehouse.StoredTable;
import io.claribi.warehouse.TableFiles;
import io.claribi.warehouse.TableVersionId;
import io.claribi.warehouse.Warehouse;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A session in which the tables that queries named are there as views. */
final class RelationSession implements AutoCloseable {
    private static final int MOST_VIEWS = 500;

    private final DuckSession session;
    private final Set<TableVersionId> shown = new HashSet<>();

    RelationSession(DuckSession session) {
        this.session = session;
    }

    OrganizationId organization() {
        return session.organization();
    }

    DuckSession session() {
        return session;
    }

    /** Whether it can be lent again: it works, and has not gathered views without end. */
    boolean isReusable() {
        return !session.isBroken() && shown.size() < MOST_VIEWS;
    }

    void show(Duck duck, List<StoredTable> tables) throws SQLException {
        for (StoredTable table : tables) {
            if (!shown.contains(table.version())) {
                Path file = TableFiles.path(session.folder(), table.version());
                duck.execute("CREATE OR REPLACE VIEW %s AS SELECT * FROM read_parquet(%s)"
                        .formatted(Sql.identifier(Warehouse.relation(table)), Sql.literal(file)));
                shown.add(table.version());
            }
        }
    }

    @Override
    public void close() {
        session.close();
    }
}
