package io.claribi.connectors;

import io.claribi.plans.Limit;
import io.claribi.plans.UsageMeter;
import org.springframework.stereotype.Component;

/** What the tables of the sources take on disk. */
@Component
class StorageMeter implements UsageMeter {
    private final DataSourceStore sources;

    StorageMeter(DataSourceStore sources) {
        this.sources = sources;
    }

    @Override
    public Limit limit() {
        return Limit.STORAGE;
    }

    @Override
    public long used() {
        return sources.storedBytes();
    }
}
