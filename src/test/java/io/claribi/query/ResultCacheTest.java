package io.claribi.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.claribi.kernel.OrganizationId;
import io.claribi.query.ResultCache.Entry;
import io.claribi.query.ResultCache.Key;
import io.claribi.tenancy.OrganizationScope;
import io.claribi.warehouse.TableVersionId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class ResultCacheTest {
    private static final int ALL = 400_000;

    private final OrganizationId acme = OrganizationId.next();
    private final OrganizationId globex = OrganizationId.next();
    private final ResultCache cache = new ResultCache(settings());
    private final List<Key> keys = IntStream.range(0, 200).mapToObj(i -> key()).toList();

    @Test
    void keepsNoMoreOfOneOrganizationThanItsPart() {
        keys.forEach(key -> ask(acme, key, 9_000));

        assertThat(cache.bytesOf(acme)).isLessThanOrEqualTo(ALL / 4);
        assertThat(isCached(acme, keys.getLast())).isTrue();
        assertThat(isCached(acme, keys.getFirst())).isFalse();
    }

    @Test
    void leavesOthersWhatTheyAskedWhenOneAsksMuch() {
        ask(globex, keys.getFirst(), 9_000);

        keys.forEach(key -> ask(acme, key, 9_000));

        assertThat(isCached(globex, keys.getFirst())).isTrue();
    }

    @Test
    void keepsNothingThatIsLargerThanAPart() {
        ask(acme, keys.getFirst(), ALL / 4);

        assertThat(isCached(acme, keys.getFirst())).isFalse();
        assertThat(cache.bytesOf(acme)).isEqualTo(10_000);
    }

    @Test
    void forgetsWhatAnOrganizationHadWhenItGoes() {
        List<OrganizationId> many =
                IntStream.range(0, 50).mapToObj(i -> OrganizationId.next()).toList();
        many.forEach(organization -> IntStream.range(0, 5).forEach(i -> ask(organization, keys.get(i), 9_000)));

        assertThat(many.stream().mapToLong(cache::bytesOf).sum()).isLessThanOrEqualTo(ALL);
    }

    @Test
    void keepsNothingOfAnOrganizationThatIsGone() {
        ask(acme, keys.getFirst(), 9_000);
        ask(globex, keys.getFirst(), 9_000);

        cache.forget(acme);

        assertThat(cache.bytesOf(acme)).isZero();
        assertThat(isCached(acme, keys.getFirst())).isFalse();
        assertThat(isCached(globex, keys.getFirst())).isTrue();
    }

    private void ask(OrganizationId organization, Key key, long bytes) {
        OrganizationScope.call(organization, () -> cache.get(key, () -> entry(bytes)));
    }

    private boolean isCached(OrganizationId organization, Key key) {
        return OrganizationScope.call(organization, () -> cache.get(key, () -> entry(9_000)))
                .cached();
    }

    private static Entry entry(long bytes) {
        return new Entry(new QueryResult(List.of(), List.of(), false, false, "", Instant.EPOCH, 1), bytes);
    }

    private static Key key() {
        return new Key(TableVersionId.next(), new QueryPlan(List.of(), false, List.of(), List.of(), 1), DataRights.ALL);
    }

    private static QuerySettings settings() {
        var usual = QuerySettingsFixture.querySettings();
        return new QuerySettings(
                usual.timeout(),
                usual.concurrency(),
                usual.maxWait(),
                usual.resultSize(),
                DataSize.ofBytes(ALL),
                Duration.ofDays(1),
                usual.exportTimeout(),
                usual.exportConcurrency(),
                usual.exportRows());
    }
}
