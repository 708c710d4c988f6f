package io.claribi.dashboards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claribi.access.Joining;
import io.claribi.kernel.AccountId;
import io.claribi.tenancy.Database;
import io.claribi.tenancy.OrganizationWork;
import io.claribi.testing.Api.Answer;
import io.claribi.testing.ServerTest;
import io.claribi.testing.Tenant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** What somebody creates in the moment in which they are removed. */
@ServerTest
@TestPropertySource(properties = "claribi.plans.signup=professional")
class InheritedDashboardsTest {
    private static final DashboardContent CONTENT = new DashboardContent("Last", null, List.of(), List.of());

    private final Joining joining;
    private final Dashboards dashboards;
    private final OrganizationWork work;
    private final Database database;
    private final Tenant owner;
    private final AccountId leaver;

    InheritedDashboardsTest(
            Joining joining,
            Dashboards dashboards,
            OrganizationWork work,
            Database database,
            @LocalServerPort int port) {
        this.joining = joining;
        this.dashboards = dashboards;
        this.work = work;
        this.database = database;
        owner = Tenant.register(port);
        leaver = Joining.account(joining.arrive(owner, "analyst"));
    }

    @Test
    void isTheOwnersAsWell() throws Exception {
        try (var threads = Executors.newSingleThreadExecutor()) {
            Future<Answer> removal = work.call(owner.organization(), () -> {
                dashboards.create(CONTENT, leaver);
                Future<Answer> removing = threads.submit(this::remove);
                Awaitility.await().until(() -> removing.isDone() || isSomebodyWaiting());
                return removing;
            });
            removal.get().expect(204);
        }

        assertThat(joining.creators(owner, leaver)).isZero();
        assertThat(joining.creators(owner, Joining.account(owner))).isEqualTo(1);
    }

    @Test
    void isRefusedOnceTheyAreGone() {
        remove().expect(204);

        assertThatThrownBy(() -> work.run(owner.organization(), () -> dashboards.create(CONTENT, leaver)))
                .hasMessageContaining("not an active member");
    }

    private Answer remove() {
        return owner.api().delete("/members/" + leaver.value());
    }

    private boolean isSomebodyWaiting() {
        return work.call(
                owner.organization(),
                () -> database.sql("""
                        SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted)
                        """).query(Boolean.class).single());
    }
}
