package io.claribi.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.claribi.jobs.ProbeJob.Manner;
import io.claribi.jobs.ProbeJob.Order;
import io.claribi.kernel.AccountId;
import io.claribi.kernel.AppException;
import io.claribi.kernel.OrganizationId;
import io.claribi.kernel.WorkContext;
import io.claribi.tenancy.Database;
import io.claribi.tenancy.OrganizationStates;
import io.claribi.tenancy.OrganizationWork;
import io.claribi.testing.ServerTest;
import io.claribi.testing.TestOrganizations;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@ServerTest
class JobsTest {
    private final Jobs jobs;
    private final JobRunner runner;
    private final ProbeJob probe;
    private final OrganizationStates states;
    private final OrganizationWork work;
    private final Database database;
    private final OrganizationId organization;
    private final OrganizationId another;
    private final AccountId account = AccountId.next();

    JobsTest(
            Jobs jobs,
            JobRunner runner,
            ProbeJob probe,
            OrganizationStates states,
            OrganizationWork work,
            Database database,
            TestOrganizations organizations) {
        this.jobs = jobs;
        this.runner = runner;
        this.probe = probe;
        this.states = states;
        this.work = work;
        this.database = database;
        this.organization = organizations.anOrganization();
        this.another = organizations.anOrganization();
    }

    @Test
    void keepTheirEffectTogetherWithTheirSuccess() {
        var order = order(Manner.SUCCEED);

        Job job = finished(submit(order));

        assertThat(job.status()).isEqualTo(JobStatus.SUCCEEDED);
        assertThat(job.progress()).isEqualTo(1);
        assertThat(job.result()).hasToString("{\"id\":\"%s\"}".formatted(order.id()));
        assertThat(events()).containsExactly("probe.done by job " + account.value());
        await().untilAsserted(() -> assertThat(probe.happened).contains(order.id() + " ended"));
    }

    @Test
    void waitWhileTheirOrganizationIsDisabled() {
        work.run(organization, states::disable);
        var order = order(Manner.SUCCEED);
        Job waiting = submit(order);
        Job elsewhere = work.call(another, () -> jobs.submit(JobId.next(), probe, order(Manner.SUCCEED), account));

        await().until(() -> work.call(another, () -> jobs.get(elsewhere.id(), account))
                .status()
                .isFinished());
        await().until(() -> isPutOff(waiting));
        assertThat(work.call(organization, () -> jobs.get(waiting.id(), account))
                        .status())
                .isEqualTo(JobStatus.QUEUED);
    }

    @Test
    void stopAtTheirNextLookOnceTheirOrganizationIsDisabled() {
        var order = order(Manner.WAIT);
        Job running = submit(order);
        await().until(() -> probe.happened.contains(order.id() + " begun"));

        work.run(organization, states::disable);

        Job job = finished(running);
        assertThat(job.status()).isEqualTo(JobStatus.FAILED);
        assertThat(job.failure()).hasValueSatisfying(failure -> {
            assertThat(failure.code()).isEqualTo("ORGANIZATION_NOT_AT_WORK");
            assertThat(failure.detail()).contains("disabled");
        });
        assertThat(events()).isEmpty();
        await().untilAsserted(() -> assertThat(probe.happened).contains(order.id() + " ended"));
    }

    private boolean isPutOff(Job job) {
        return work.call(
                organization,
                () -> database.sql("""
                        SELECT execution_time > now() AND NOT picked
                        FROM jobs.scheduled_task
                        WHERE task_instance = :id
                        """)
                        .param("id", job.id().value().toString())
                        .query(Boolean.class)
                        .single());
    }

    @Test
    void leaveNoEffectWhenTheyFailAtTheEnd() {
        var order = order(Manner.REFUSE_LATE);

        Job job = finished(submit(order));

        assertThat(job.status()).isEqualTo(JobStatus.FAILED);
        assertThat(events()).isEmpty();
        assertThat(probe.happened).contains(order.id() + " discarded", order.id() + " ended");
    }

    @Test
    void tellWhyTheyWereRefused() {
        Job job = finished(submit(order(Manner.REFUSE)));

        assertThat(job.failure())
                .hasValueSatisfying(failure -> assertThat(failure.detail()).isEqualTo("Refused as ordered."));
        assertThat(job.attempts()).isEqualTo(1);
    }

    @Test
    void areTriedThreeTimesWhenTheyBreakAndThenGivenUp() {
        Job job = finished(submit(order(Manner.BREAK)));

        assertThat(job.status()).isEqualTo(JobStatus.FAILED);
        assertThat(job.failure())
                .hasValueSatisfying(failure -> assertThat(failure.code()).isEqualTo("JOB_GAVE_UP"));
    }

    @Test
    void stopWhenTheyAreCancelled() {
        var order = order(Manner.WAIT);
        Job submitted = submit(order);
        await().until(() -> probe.happened.contains(order.id() + " begun"));

        work.call(organization, () -> jobs.cancel(submitted.id(), account));

        assertThat(finished(submitted).status()).isEqualTo(JobStatus.CANCELLED);
        assertThatThrownBy(() -> work.call(organization, () -> jobs.cancel(submitted.id(), account)))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("cancelled");
    }

    @Test
    void belongToTheTraceOfTheRequestThatSubmittedThem() {
        var order = order(Manner.SUCCEED);
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";

        finished(WorkContext.ofRequest(trace, "192.0.2.7", null).call(() -> submit(order)));

        assertThat(probe.happened).contains("%s traced as %s, %s".formatted(order.id(), trace, trace));
    }

    @Test
    void areNobodyElses() {
        Job job = finished(submit(order(Manner.SUCCEED)));

        assertThatThrownBy(() -> work.call(organization, () -> jobs.get(job.id(), AccountId.next())))
                .hasMessageContaining("There is no job");
        assertThatThrownBy(() -> work.call(another, () -> jobs.get(job.id(), account)))
                .hasMessageContaining("There is no job");
    }

    @Test
    void doNothingForAnotherOrganizationThanTheirs() {
        var order = order(Manner.WAIT);
        Job waiting = submit(order);

        runner.run(another, waiting.id());

        assertThat(work.call(organization, () -> jobs.get(waiting.id(), account))
                        .attempts())
                .isLessThanOrEqualTo(1);
        assertThat(probe.happened.stream().filter((order.id() + " begun")::equals))
                .hasSizeLessThanOrEqualTo(1);
        work.call(organization, () -> jobs.cancel(waiting.id(), account));
    }

    private static Order order(Manner manner) {
        return new Order(UUID.randomUUID(), manner);
    }

    private Job submit(Order order) {
        return work.call(organization, () -> jobs.submit(JobId.next(), probe, order, account));
    }

    private Job finished(Job submitted) {
        return await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> work.call(organization, () -> jobs.get(submitted.id(), account)),
                        job -> job.status().isFinished());
    }

    private List<String> events() {
        return work.call(
                organization, () -> database.sql("""
                        SELECT type || ' by ' || actor_type || ' ' || actor_id
                        FROM audit.event
                        """).query(String.class).list());
    }
}
