package io.claribi.connectors;

import io.claribi.plans.Limit;
import io.claribi.plans.UsageMeter;
import org.springframework.stereotype.Component;

/** How many sources there are. */
@Component
class SourceMeter implements UsageMeter {
    private final DataSourceStore sources;

    SourceMeter(DataSourceStore sources) {
        this.sources = sources;
    }

    @Override
    public Limit limit() {
        return Limit.DATA_SOURCES;
    }

    @Override
    public long used() {
        return sources.count();
    }
}
