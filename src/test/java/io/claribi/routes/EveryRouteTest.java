package io.claribi.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.claribi.kernel.OrganizationId;
import io.claribi.routes.RouteExamples.Example;
import io.claribi.routes.RouteExamples.Kind;
import io.claribi.routes.Routes.Route;
import io.claribi.testing.Api;
import io.claribi.testing.Api.Answer;
import io.claribi.testing.NewKey;
import io.claribi.testing.ServerTest;
import io.claribi.testing.Tenant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;

/**
 * Design invariants 5, 16 and 19 over every route there is. The routes come from the handler mappings, a request for
 * each from {@link RouteExamples}: a new route is covered, or fails the build, without anyone adding a test.
 */
@ServerTest
@TestPropertySource(properties = "claribi.plans.signup=professional")
class EveryRouteTest {
    private final Map<String, Example> examples = RouteExamples.all();
    private final Routes routes;
    private final AuditRows auditRows;
    private final Colleagues colleagues;
    private final int port;

    EveryRouteTest(ApplicationContext server, AuditRows auditRows, Colleagues colleagues, @LocalServerPort int port) {
        this.routes = Routes.of(server);
        this.auditRows = auditRows;
        this.colleagues = colleagues;
        this.port = port;
    }

    @Test
    void hasAnExample() {
        assertThat(examples.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        routes.all().stream().map(Route::name).toList());
    }

    @TestFactory
    Stream<DynamicTest> refusesWhoIsNotLoggedIn() {
        World ours = World.of(Tenant.register(port), colleagues);
        return each(route -> !route.isPublic(), (route, example) -> {
            Answer answer = Api.anonymous(port).send(example.call().apply(ours));

            assertThat(answer.status()).isEqualTo(401);
            assertThat(ours.leaksInto(answer.text().replace(path(answer), ""))).isFalse();
        });
    }

    @TestFactory
    Stream<DynamicTest> answersForeignThingsLikeMissingOnes() {
        World theirs = World.of(Tenant.register(port), colleagues);
        Tenant us = Tenant.register(port);
        NewKey key = NewKey.of(us.api());
        return each(route -> kind(route).namesSomething(), (route, example) -> {
            World nothing = theirs.missing();
            for (Api caller : route.isInSession() ? List.of(us.api()) : List.of(us.api(), key.api())) {
                Answer foreign = caller.send(example.call().apply(theirs));
                Answer missing = caller.send(example.call().apply(nothing));

                assertThat(foreign.status()).isEqualTo(404);
                assertThat(missing.status()).isEqualTo(404);
                assertThat(anonymized(foreign, theirs)).isEqualTo(anonymized(missing, nothing));
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> tellsAKeyNothingOfOtherOrganizations() {
        World theirs = World.of(Tenant.register(port), colleagues);
        World ours = World.of(Tenant.register(port), colleagues);
        NewKey key = NewKey.of(ours.tenant().api());
        return each(
                route -> !route.isInSession() && (kind(route) == Kind.LIST || kind(route) == Kind.OWN),
                (route, example) -> assertThat(theirs.leaksInto(
                                key.api().send(example.call().apply(ours)).text()))
                        .isFalse());
    }

    /** Of routes that forget to say that they need a session, too: without one they fail. */
    @TestFactory
    Stream<DynamicTest> leavesAnEventOfTheKeyThatChangesSomething() {
        return each(
                route -> route.mustLeaveAnEvent() && !route.isPublic() && !route.isInSession(), (route, example) -> {
                    World ours = World.of(Tenant.register(port), colleagues);
                    NewKey key = NewKey.of(example.caller().apply(ours));

                    Answer answer = key.api().send(example.call().apply(ours));

                    assertThat(answer.status()).as(answer.text()).isBetween(200, 299);
                    awaitJob(answer, ours);
                    assertThat(auditRows.actors(ours.tenant().organization()))
                            .contains(answer.status() == 202 ? "job" : "api_key");
                });
    }

    @TestFactory
    Stream<DynamicTest> tellsNothingOfOtherOrganizations() {
        World theirs = World.of(Tenant.register(port), colleagues);
        World ours = World.of(Tenant.register(port), colleagues);
        return each(
                route -> kind(route) == Kind.LIST || kind(route) == Kind.OWN,
                (route, example) -> assertThat(theirs.leaksInto(ours.tenant()
                                .api()
                                .send(example.call().apply(ours))
                                .text()))
                        .isFalse());
    }

    @TestFactory
    Stream<DynamicTest> continuesAForeignCursorInOnesOwnList() {
        World theirs = World.of(Tenant.register(port), colleagues);
        World ours = World.of(Tenant.register(port), colleagues);
        return each(
                route -> kind(route) == Kind.LIST,
                (route, example) -> theirs.ids().values().forEach(cursor -> {
                    Answer answer =
                            ours.tenant().api().get(example.call().apply(ours).path() + "?pageToken=" + cursor);

                    assertThat(answer.status()).isEqualTo(200);
                    assertThat(theirs.leaksInto(answer.text())).isFalse();
                }));
    }

    @TestFactory
    Stream<DynamicTest> leavesAnEventWhenItChangesSomething() {
        return each(Route::mustLeaveAnEvent, (route, example) -> {
            World ours = World.of(Tenant.register(port), colleagues);
            long before = auditRows.count(ours.tenant().organization());

            Answer answer = example.caller().apply(ours).send(example.call().apply(ours));

            assertThat(answer.status()).as(answer.text()).isBetween(200, 299);
            awaitJob(answer, ours);
            assertThat(auditRows.count(changed(ours, answer))).isGreaterThan(founded(answer) ? 0 : before);
        });
    }

    private static void awaitJob(Answer answer, World ours) {
        if (answer.status() == 202 && answer.bytes().length > 0 && answer.json().has("id")) {
            ours.tenant().finished(answer.json().path("id").asString());
        }
    }

    /** The organization in whose trail the event must be: ours, or the new one of a registration. */
    private static OrganizationId changed(World ours, Answer answer) {
        return founded(answer)
                ? new OrganizationId(UUID.fromString(
                        answer.json().path("organization").path("id").asString()))
                : ours.tenant().organization();
    }

    private static boolean founded(Answer answer) {
        return answer.status() == 201 && answer.json().has("organization");
    }

    private Kind kind(Route route) {
        return example(route).kind();
    }

    private Example example(Route route) {
        Example example = examples.get(route.name());
        return example == null ? fail("No example for " + route.name()) : example;
    }

    private Stream<DynamicTest> each(
            java.util.function.Predicate<Route> which, java.util.function.BiConsumer<Route, Example> check) {
        return routes.all().stream()
                .filter(which)
                .map(route -> DynamicTest.dynamicTest(route.name(), () -> check.accept(route, example(route))));
    }

    private static String path(Answer answer) {
        return answer.json().path("instance").asString("");
    }

    /** The problem without what must differ: its trace id, and the ids that the request itself named. */
    private static String anonymized(Answer answer, World named) {
        String text = answer.text().replace(answer.json().path("traceId").asString(), "trace");
        for (var id : named.ids().entrySet()) {
            text = text.replace(id.getValue(), id.getKey());
        }
        return text;
    }
}
