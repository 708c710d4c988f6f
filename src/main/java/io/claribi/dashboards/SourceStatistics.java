package io.claribi.dashboards;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.claribi.connectors.DataSources;
import io.claribi.tenancy.OrganizationKey;
import io.claribi.warehouse.ColumnStatistics;
import io.claribi.warehouse.TableVersionId;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What was learnt of the tables of data sources when they came in. A version's rows never change, so what has been read is
 * remembered: every reading of a dashboard asks for the same few columns, those of its filters.
 */
@Component
class SourceStatistics implements TableStatistics {
    private static final long MOST = 10_000;
    private static final Duration UNUSED = Duration.ofHours(1);

    private final DataSources sources;
    private final Cache<OrganizationKey<Asked>, ColumnStatistics> known =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterAccess(UNUSED).build();

    SourceStatistics(DataSources sources) {
        this.sources = sources;
    }

    @Override
    public Optional<ColumnStatistics> find(TableVersionId table, String column) {
        var asked = OrganizationKey.of(new Asked(table, column));
        ColumnStatistics remembered = known.getIfPresent(asked);
        if (remembered != null) {
            return Optional.of(remembered);
        }
        Optional<ColumnStatistics> found = sources.findStatistics(table, column);
        found.ifPresent(statistics -> known.put(asked, statistics));
        return found;
    }

    private record Asked(TableVersionId table, String column) {}
}
