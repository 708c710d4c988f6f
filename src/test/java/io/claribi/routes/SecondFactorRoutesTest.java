package io.claribi.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.claribi.http.WithoutSecondFactor;
import io.claribi.identity.SecurityPolicies;
import io.claribi.identity.SecurityPolicy;
import io.claribi.routes.Routes.Route;
import io.claribi.testing.Api;
import io.claribi.testing.Api.Answer;
import io.claribi.testing.ServerTest;
import io.claribi.testing.Tenant;
import io.claribi.testing.TestOrganizations;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;

/** What second factors open and close, over every route there is. */
@ServerTest
@TestPropertySource(properties = "claribi.plans.signup=professional")
class SecondFactorRoutesTest {
    private final Routes routes;
    private final TestOrganizations organizations;
    private final SecurityPolicies policies;
    private final Colleagues colleagues;
    private final int port;

    SecondFactorRoutesTest(
            ApplicationContext server,
            TestOrganizations organizations,
            SecurityPolicies policies,
            Colleagues colleagues,
            @LocalServerPort int port) {
        this.routes = Routes.of(server);
        this.organizations = organizations;
        this.policies = policies;
        this.colleagues = colleagues;
        this.port = port;
    }

    @Test
    void areOpenWithoutOneWhereOneEnrolsOrLeaves() {
        List<String> open = routes.all().stream()
                .filter(SecondFactorRoutesTest::isOpen)
                .map(Route::name)
                .toList();

        assertThat(open)
                .isNotEmpty()
                .allMatch(name ->
                        name.matches("GET /api/v1/me|\\w+ /api/v1/me/(mfa|passkeys)(/.*)?|POST /api/v1/me/step-up"
                                + "|GET /api/v1/me/organizations|POST /api/v1/me/organization"));
    }

    @TestFactory
    Stream<DynamicTest> areClosedToWhoHasToEnrol() {
        World world = whoHasToEnrol();
        return each(route -> !isOpen(route), (route, example) -> {
            Answer answer = world.tenant().api().send(example.call().apply(world));

            assertThat(answer.status()).as(answer.text()).isEqualTo(403);
            assertThat(answer.code()).isEqualTo("MFA_ENROLMENT_REQUIRED");
        });
    }

    @TestFactory
    Stream<DynamicTest> areOpenToWhoHasToEnrolWhereTheySaySo() {
        return each(SecondFactorRoutesTest::isOpen, (route, example) -> {
            World world = whoHasToEnrol();

            Answer answer = world.tenant().api().send(example.call().apply(world));

            assertThat(answer.text()).doesNotContain("MFA_ENROLMENT_REQUIRED");
        });
    }

    @TestFactory
    Stream<DynamicTest> takeNoTokenThatWaitsForACode() {
        World world = World.of(Tenant.register(port), colleagues);
        Api waiting = Api.anonymous(port).as(world.factor().mfaToken());
        return each(route -> true, (route, example) -> {
            Answer answer = waiting.send(example.call().apply(world));

            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.code()).isEqualTo("TOKEN_INVALID");
        });
    }

    private World whoHasToEnrol() {
        World world = World.of(Tenant.register(port), colleagues);
        organizations.run(
                world.tenant().organization(), () -> policies.change(policy -> new SecurityPolicy(true, null, null)));
        return world;
    }

    private static boolean isOpen(Route route) {
        return route.handler().hasMethodAnnotation(WithoutSecondFactor.class);
    }

    private Stream<DynamicTest> each(Predicate<Route> which, BiConsumer<Route, RouteExamples.Example> check) {
        var examples = RouteExamples.all();
        return routes.all().stream()
                .filter(route -> !route.isPublic())
                .filter(which)
                .map(route ->
                        DynamicTest.dynamicTest(route.name(), () -> check.accept(route, examples.get(route.name()))));
    }
}
