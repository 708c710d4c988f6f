package io.claribi.dashboards;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.claribi.connectors.DataSources;
import io.claribi.kernel.OrganizationId;
import io.claribi.tenancy.OrganizationKey;
import io.claribi.tenancy.OrganizationMemory;
import io.claribi.warehouse.ColumnStatistics;
import io.claribi.warehouse.TableVersionId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What was learnt of the tables of data sources when they came in. A version's rows never change, so what has been read is
 * remembered: every reading of a dashboard asks for the same few columns, those of its filters.
 */
@Component
class SourceStatistics implements TableStatistics, OrganizationMemory {
    private static final long MOST_BYTES =
            Math.min(16L << 20, Runtime.getRuntime().maxMemory() / 64);
    /** Of a column's figures and buckets, and of one of its most frequent values beside the text, roughly. */
    private static final int COLUMN_BYTES = 2_000;

    private static final int VALUE_BYTES = 100;

    private final DataSources sources;
    private final Cache<OrganizationKey<Asked>, ColumnStatistics> known = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .weigher(SourceStatistics::weight)
            .build();

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

    private static int weight(OrganizationKey<Asked> asked, ColumnStatistics statistics) {
        return COLUMN_BYTES
                + statistics.top().stream()
                        .mapToInt(top ->
                                VALUE_BYTES + 2 * String.valueOf(top.value()).length())
                        .sum();
    }

    @Override
    public void forget(OrganizationId organization) {
        known.asMap().keySet().removeIf(asked -> asked.organization().equals(organization));
    }

    @Override
    public void forgetAll() {
        known.invalidateAll();
    }

    private record Asked(TableVersionId table, String column) {}
}
