package io.claribi.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.claribi.access.Joining;
import io.claribi.jobs.ProbeJob.Manner;
import io.claribi.jobs.ProbeJob.Order;
import io.claribi.kernel.OrganizationId;
import io.claribi.tenancy.Database;
import io.claribi.tenancy.OrganizationWork;
import io.claribi.testing.ServerTest;
import io.claribi.testing.Tenant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Design invariants 5 and 19 over every kind of job; one without an example fails. */
@ServerTest
class EveryJobTest {
    private final List<JobHandler<?, ?>> handlers;
    private final JobRunner runner;
    private final Jobs jobs;
    private final ProbeJob probe;
    private final GuardedJob guarded;
    private final OrganizationWork work;
    private final Database database;
    private final int port;

    /** For each kind, how a tenant comes to a job of it that has succeeded. */
    private final Map<String, Function<Tenant, String>> examples = Map.of(
            "file_import",
            tenant -> tenant.upload("sales.csv", Tenant.SALES).path("id").asString(),
            "probe",
            this::probed,
            "guarded_probe",
            this::guarded);

    EveryJobTest(
            List<JobHandler<?, ?>> handlers,
            JobRunner runner,
            Jobs jobs,
            ProbeJob probe,
            GuardedJob guarded,
            OrganizationWork work,
            Database database,
            @LocalServerPort int port) {
        this.handlers = handlers;
        this.runner = runner;
        this.jobs = jobs;
        this.probe = probe;
        this.guarded = guarded;
        this.work = work;
        this.database = database;
        this.port = port;
    }

    @Test
    void hasAnExample() {
        assertThat(examples.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        handlers.stream().map(JobHandler::kind).toList());
    }

    @TestFactory
    Stream<DynamicTest> leavesAnEventOfTheAccountItWorkedFor() {
        return examples.entrySet().stream()
                .map(example -> DynamicTest.dynamicTest(example.getKey(), () -> {
                    Tenant tenant = Tenant.register(port);
                    String job = example.getValue().apply(tenant);

                    assertThat(job).isNotBlank();

                    assertThat(jobEvents(tenant.organization())).isPositive();
                }));
    }

    @TestFactory
    Stream<DynamicTest> isNotThereForAnotherOrganization() {
        return examples.entrySet().stream()
                .map(example -> DynamicTest.dynamicTest(example.getKey(), () -> {
                    Tenant theirs = Tenant.register(port);
                    Tenant ours = Tenant.register(port);
                    String job = example.getValue().apply(theirs);
                    long before = jobEvents(theirs.organization());

                    runner.run(ours.organization(), new JobId(UUID.fromString(job)));

                    assertThat(ours.api().get("/jobs/" + job).status()).isEqualTo(404);
                    assertThat(jobEvents(ours.organization())).isZero();
                    assertThat(jobEvents(theirs.organization())).isEqualTo(before);
                }));
    }

    private String probed(Tenant tenant) {
        return submitted(tenant, probe, new Order(UUID.randomUUID(), Manner.SUCCEED));
    }

    private String guarded(Tenant tenant) {
        return submitted(tenant, guarded, guarded.order(() -> {}));
    }

    private <P> String submitted(Tenant tenant, JobHandler<P, ?> handler, P payload) {
        Job job = work.call(
                tenant.organization(), () -> jobs.submit(JobId.next(), handler, payload, Joining.account(tenant)));
        return tenant.finished(job.id().value().toString()).path("id").asString();
    }

    private long jobEvents(OrganizationId organization) {
        return work.call(organization, () -> database.sql("""
                        SELECT count(*)
                        FROM audit.event
                        WHERE actor_type = 'job'
                          AND actor_id IS NOT NULL
                        """).query(Long.class).single());
    }
}
