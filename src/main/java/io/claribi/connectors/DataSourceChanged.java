package io.claribi.connectors;

import io.claribi.kernel.AuditableEvent;
import io.claribi.warehouse.ImportedFile.ImportedTable;
import java.util.List;
import java.util.Map;

/** What happens to data sources. */
public sealed interface DataSourceChanged extends AuditableEvent {

    DataSource source();

    @Override
    default AuditTarget auditTarget() {
        return new AuditTarget("data_source", source().id().value(), source().name());
    }

    /** A source is there for the first time, with its tables. */
    record DataSourceCreated(DataSource source, List<ImportedTable> tables) implements DataSourceChanged {
        @Override
        public String auditType() {
            return "data_source.created";
        }

        @Override
        public Map<String, String> auditDetails() {
            return Map.of("format", source.format(), "fileName", source.fileName(), "rows", rows(source));
        }
    }

    /** A source has new rows in place of the old ones. */
    record DataSourceSynced(DataSource source) implements DataSourceChanged {
        @Override
        public String auditType() {
            return "data_source.synced";
        }

        @Override
        public Map<String, String> auditDetails() {
            return Map.of("format", source.format(), "fileName", source.fileName(), "rows", rows(source));
        }
    }

    /** A source has another name. */
    record DataSourceUpdated(DataSource source, String nameBefore) implements DataSourceChanged {
        @Override
        public String auditType() {
            return "data_source.updated";
        }

        @Override
        public Map<String, String> auditDetails() {
            return Map.of("nameBefore", nameBefore, "nameAfter", source.name());
        }
    }

    /** A source is gone, its tables and files with it. */
    record DataSourceDeleted(DataSource source) implements DataSourceChanged {
        @Override
        public String auditType() {
            return "data_source.deleted";
        }
    }

    private static String rows(DataSource source) {
        return Long.toString(
                source.tables().stream().mapToLong(table -> table.rows()).sum());
    }
}
