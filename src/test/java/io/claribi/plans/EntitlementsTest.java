package io.claribi.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.claribi.kernel.AppException;
import io.claribi.kernel.Ids;
import io.claribi.kernel.OrganizationId;
import io.claribi.tenancy.Database;
import io.claribi.testing.ServerTest;
import io.claribi.testing.TestOrganizations;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@ServerTest
class EntitlementsTest {
    private static final int RIVALS = 8;

    private final Entitlements entitlements;
    private final Subscriptions subscriptions;
    private final Database database;
    private final TestOrganizations organizations;
    private final OrganizationId organization;

    EntitlementsTest(
            Entitlements entitlements,
            Subscriptions subscriptions,
            Database database,
            TestOrganizations organizations) {
        this.entitlements = entitlements;
        this.subscriptions = subscriptions;
        this.database = database;
        this.organizations = organizations;
        this.organization = organizations.anOrganization();
    }

    @Test
    void giveTheLastPlacesToNoMoreThanThereAre() throws Exception {
        organizations.run(organization, () -> subscriptions.change(subscriptions.choosable("free")));
        var start = new CyclicBarrier(RIVALS);
        Callable<Boolean> rival = () -> {
            start.await();
            return takePlace();
        };

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            long winners = threads
                    .invokeAll(Stream.generate(() -> rival).limit(RIVALS).toList())
                    .stream()
                    .filter(result -> result.resultNow())
                    .count();

            assertThat(winners).isEqualTo(3);
        }
        assertThat(organizations.<Long>call(organization, this::count)).isEqualTo(3);
    }

    @Test
    void nameNoPlanWhereNoneWouldDo() {
        AppException refusal = catchThrowableOfType(
                AppException.class,
                () -> organizations.run(organization, () -> entitlements.check(Limit.MEMBERS, 101)));

        assertThat(refusal.facts()).containsEntry("limit", "members").doesNotContainKey("plan");
    }

    @Test
    void nameTheCheapestPlanThatIsLargeEnough() {
        AppException refusal = catchThrowableOfType(
                AppException.class, () -> organizations.run(organization, () -> entitlements.check(Limit.MEMBERS, 4)));

        assertThat(refusal.facts()).containsEntry("plan", "professional");
    }

    private boolean takePlace() {
        try {
            organizations.run(organization, () -> {
                entitlements.reserve(Limit.DATA_SOURCES, this::count, 1);
                insert();
            });
            return true;
        } catch (AppException e) {
            assertThat(e.code()).isEqualTo(PlansError.PLAN_LIMIT_REACHED);
            return false;
        }
    }

    private long count() {
        return database.sql("""
                        SELECT count(*)
                        FROM connectors.data_source
                        """).query(Long.class).single();
    }

    private void insert() {
        database.sql("""
                        INSERT INTO connectors.data_source
                            (id, name, type, format, file_name, bytes, stored_bytes, status, created_by, created_at)
                        VALUES (:id, CAST(:id AS text), 'file', 'csv', 'a.csv', 1, 1, 'active', :id, now())
                        """).param("id", Ids.next()).update();
    }
}
