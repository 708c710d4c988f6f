package io.claribi.query;

import io.claribi.kernel.AuditableEvent;
import java.util.Map;

/** What people do with queries. */
public sealed interface QueryUsed extends AuditableEvent {

    QueryTarget target();

    @Override
    default AuditTarget auditTarget() {
        return new AuditTarget(
                "data_source", target().dataSourceId(), target().table().name());
    }

    /** Somebody asked a question of their own. */
    record AnalysisRun(QueryTarget target) implements QueryUsed {
        @Override
        public String auditType() {
            return "analysis.run";
        }
    }

    /** Somebody took rows away. */
    record ExportDownloaded(QueryTarget target, ExportFormat format) implements QueryUsed {
        @Override
        public String auditType() {
            return "export.downloaded";
        }

        @Override
        public Map<String, String> auditDetails() {
            return Map.of("format", format.wireName());
        }
    }
}
