package io.claribi.query;

import io.claribi.query.QueryUsed.AnalysisRun;
import io.claribi.query.QueryUsed.ExportDownloaded;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells the trail who reads what, before they read it; a transaction of its own, since reading is none. */
@Component
public class QueryTrail {
    private final ApplicationEventPublisher events;

    QueryTrail(ApplicationEventPublisher events) {
        this.events = events;
    }

    @Transactional
    public void analysisRun(QueryTarget target) {
        events.publishEvent(new AnalysisRun(target));
    }

    @Transactional
    public void exportDownloaded(QueryTarget target, ExportFormat format) {
        events.publishEvent(new ExportDownloaded(target, format));
    }
}
