package io.claribi.dashboards;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.claribi.kernel.OrganizationId;
import io.claribi.tenancy.OrganizationKey;
import io.claribi.tenancy.OrganizationMemory;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the widgets and filters that rows hold as JSON. That is most of what reading a dashboard costs, so what has been
 * read is remembered: by the text that it is a function of, whence it can't become stale. All of it is immutable.
 */
@Component
final class StoredParts implements OrganizationMemory {
    private static final TypeReference<List<Widget>> WIDGETS = new TypeReference<>() {};
    private static final TypeReference<List<DashboardFilter>> FILTERS = new TypeReference<>() {};

    private static final long MOST_BYTES =
            Math.min(32L << 20, Runtime.getRuntime().maxMemory() / 32);
    /** The text itself and the objects made of it, together and roughly, for each of its characters. */
    private static final int BYTES_PER_CHARACTER = 6;

    private final JsonMapper json;
    private final Cache<OrganizationKey<Text>, Parts> known = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .weigher((OrganizationKey<Text> text, Parts parts) -> text.key().length() * BYTES_PER_CHARACTER)
            .build();

    StoredParts(JsonMapper json) {
        this.json = json;
    }

    @Override
    public void forget(OrganizationId organization) {
        known.asMap().keySet().removeIf(text -> text.organization().equals(organization));
    }

    @Override
    public void forgetAll() {
        known.invalidateAll();
    }

    Parts read(String widgets, String filters) {
        return known.get(
                OrganizationKey.of(new Text(widgets, filters)),
                text -> new Parts(
                        List.copyOf(json.readValue(widgets, WIDGETS)), List.copyOf(json.readValue(filters, FILTERS))));
    }

    /** What a row's JSON says. */
    record Parts(List<Widget> widgets, List<DashboardFilter> filters) {}

    private record Text(String widgets, String filters) {
        int length() {
            return widgets.length() + filters.length();
        }
    }
}
