package io.claribi.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.claribi.access.Joining;
import io.claribi.jobs.GuardedJob.Order;
import io.claribi.kernel.AccountId;
import io.claribi.tenancy.Database;
import io.claribi.tenancy.OrganizationStates;
import io.claribi.tenancy.OrganizationWork;
import io.claribi.testing.ServerTest;
import io.claribi.testing.Tenant;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** Jobs have the rights that the person they act for has when they run. */
@ServerTest
@TestPropertySource(properties = "claribi.plans.signup=professional")
class JobRightsTest {
    private final Jobs jobs;
    private final GuardedJob handler;
    private final Joining joining;
    private final OrganizationStates states;
    private final OrganizationWork work;
    private final Database database;
    private final Tenant owner;
    private AccountId ann = AccountId.next();

    JobRightsTest(
            Jobs jobs,
            GuardedJob handler,
            Joining joining,
            OrganizationStates states,
            OrganizationWork work,
            Database database,
            @LocalServerPort int port) {
        this.jobs = jobs;
        this.handler = handler;
        this.joining = joining;
        this.states = states;
        this.work = work;
        this.database = database;
        owner = Tenant.register(port);
    }

    @BeforeEach
    void annBelongsToTheOrganization() {
        ann = Joining.account(joining.arrive(owner, "member"));
    }

    @Test
    void letWorkBeDoneForWhoHoldsThePermission() {
        assertThat(finished(submit(handler.order(() -> {}))).status()).isEqualTo(JobStatus.SUCCEEDED);
        assertThat(effects()).isEqualTo(1);
    }

    @Test
    void stopWorkBeforeItBeginsOnceThePermissionIsLost() {
        Order order = handler.order(() -> {});

        Job job = finished(work.call(owner.organization(), () -> {
            Job submitted = jobs.submit(JobId.next(), handler, order, ann);
            demote();
            return submitted;
        }));

        assertThat(job.failure()).hasValueSatisfying(failure -> {
            assertThat(failure.code()).isEqualTo("PERMISSION_DENIED");
            assertThat(failure.detail()).contains("export_report");
        });
        assertThat(handler.isUntouched(order)).isTrue();
    }

    @Test
    void stopWorkBeforeItsEffectIfThePermissionIsLostMeanwhile() {
        Job job = finished(submit(handler.order(this::demote)));

        assertThat(job.failure())
                .hasValueSatisfying(failure -> assertThat(failure.code()).isEqualTo("PERMISSION_DENIED"));
        assertThat(effects()).isZero();
    }

    @Test
    void stopTheWorkOfWhoIsDisabled() {
        Job job = finished(submit(handler.order(() -> owner.api()
                .patch("/members/" + ann.value(), "{\"status\":\"disabled\"}")
                .expect(200))));

        assertThat(job.failure())
                .hasValueSatisfying(failure -> assertThat(failure.code()).isEqualTo("MEMBERSHIP_ENDED"));
        assertThat(effects()).isZero();
    }

    @Test
    void stopTheWorkOfWhoIsRemoved() {
        Job job = finished(submit(handler.order(
                () -> owner.api().delete("/members/" + ann.value()).expect(204))));

        assertThat(job.failure())
                .hasValueSatisfying(failure -> assertThat(failure.detail())
                        .isEqualTo(
                                "Whoever this was to be done for is no active member of the organization any more."));
        assertThat(effects()).isZero();
    }

    @Test
    void stopWorkBeforeItsEffectOnceTheOrganizationIsToBeDeleted() {
        Job job = finished(submit(handler.order(() -> work.run(owner.organization(), states::beginClosing))));

        assertThat(job.failure())
                .hasValueSatisfying(failure -> assertThat(failure.code()).isEqualTo("ORGANIZATION_NOT_AT_WORK"));
        assertThat(effects()).isZero();
    }

    private void demote() {
        String role = owner.api()
                .post("/roles", "{\"name\":\"Reader\",\"permissions\":[\"view_dashboard\"]}")
                .expect(201)
                .json()
                .path("id")
                .asString();
        owner.api()
                .patch("/members/" + ann.value(), "{\"role\":\"%s\"}".formatted(role))
                .expect(200);
    }

    private Job submit(Order order) {
        return work.call(owner.organization(), () -> jobs.submit(JobId.next(), handler, order, ann));
    }

    private Job finished(Job submitted) {
        return Awaitility.await()
                .until(
                        () -> work.call(owner.organization(), () -> jobs.get(submitted.id(), ann)),
                        job -> job.status().isFinished());
    }

    private long effects() {
        return work.call(
                owner.organization(), () -> database.sql("""
                        SELECT count(*)
                        FROM audit.event
                        WHERE type = 'probe.done'
                        """).query(Long.class).single());
    }
}
