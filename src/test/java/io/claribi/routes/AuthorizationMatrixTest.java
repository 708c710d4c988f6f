package io.claribi.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.claribi.access.Joining;
import io.claribi.http.InSession;
import io.claribi.http.Requires;
import io.claribi.kernel.AccountId;
import io.claribi.kernel.Permission;
import io.claribi.routes.Cast.Actor;
import io.claribi.routes.RouteExamples.Example;
import io.claribi.routes.RouteExamples.Kind;
import io.claribi.routes.Routes.Route;
import io.claribi.testing.Api;
import io.claribi.testing.Api.Answer;
import io.claribi.testing.Api.Call;
import io.claribi.testing.ServerTest;
import io.claribi.testing.Tenant;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;

/**
 * Every route, tried by everybody, at their own object, another's and another organization's. What must come of it
 * follows from what the route declares and from the matrix of roles alone: a new route is in here by itself, and one that
 * can't be tried fails.
 */
@ServerTest
@TestPropertySource(properties = "claribi.plans.signup=professional")
class AuthorizationMatrixTest {
    private static final String UNKNOWN_FIELD = "{\"noSuchField\":true}";

    private final Map<String, Example> examples = RouteExamples.all();
    private final List<Route> routes;
    private final Colleagues colleagues;
    private final Belongings belongings;
    private final Joining joining;
    private final int port;
    private int cells;

    AuthorizationMatrixTest(
            ApplicationContext server,
            Colleagues colleagues,
            Belongings belongings,
            Joining joining,
            @LocalServerPort int port) {
        this.routes = Routes.of(server).all();
        this.colleagues = colleagues;
        this.belongings = belongings;
        this.joining = joining;
        this.port = port;
    }

    @TestFactory
    Stream<DynamicTest> decidesAsRouteAndRoleSay() {
        Tenant owner = Tenant.register(port);
        var scene = new Scene(
                World.of(owner, colleagues),
                World.of(Tenant.register(port), colleagues),
                new AccountId(UUID.fromString(colleagues.of(owner))),
                new Cast(owner, joining));
        Stream<DynamicTest> each = routes.stream()
                .map(route -> DynamicTest.dynamicTest(route.name(), () -> {
                    Example example = examples.get(route.name());
                    assertThat(example).as("An example in RouteExamples").isNotNull();
                    tryAll(route, Objects.requireNonNull(example), scene);
                }));
        var size = DynamicTest.dynamicTest("is as large as told", () -> {
            System.out.printf("Authorization matrix: %d routes, %d cells%n", routes.size(), cells);
            assertThat(cells).isGreaterThan(routes.size());
        });
        return Stream.concat(each, Stream.of(size));
    }

    private void tryAll(Route route, Example example, Scene scene) {
        if (route.isPublic()) {
            cells++;
            Answer answer =
                    Api.anonymous(port).send(harmless(route, example.call().apply(scene.ours)));
            assertThat(answer.text()).doesNotContain("AUTHENTICATION_REQUIRED", "PERMISSION_DENIED");
            return;
        }
        scene.calls.clear();
        var outcomes = new SoftAssertions();
        for (Actor actor : scene.cast.of(required(route))) {
            for (Target target : Target.of(example.kind())) {
                cells++;
                Expected expected = expected(route, example, actor, target);
                String got = attempt(route, example, actor, target, expected, scene);
                outcomes.assertThat(got).as("%s, %s".formatted(actor, target)).isEqualTo(expected.name());
            }
        }
        outcomes.assertAll();
    }

    private String attempt(Route route, Example example, Actor actor, Target target, Expected expected, Scene scene) {
        World world = target == Target.FOREIGN ? scene.theirs : scene.ours;
        Call call = scene.calls.computeIfAbsent(world, named -> example.call().apply(named));
        if (target == Target.OWN || target == Target.ANOTHERS) {
            // After the call is made, which may have made what it names.
            boolean own = target == Target.OWN && !actor.isAnonymous();
            belongings.give(world, own ? Objects.requireNonNull(actor.account()) : scene.stranger);
        }
        boolean passes = expected == Expected.PASSES;
        if (passes && isDecidedByTheRoute(route, example)) {
            call = harmless(route, call);
        }
        // What nobody can do twice is done by whom the example says.
        boolean once = passes && example.isBySomebodyElse();
        Answer answer = (once ? example.caller().apply(world) : actor.api()).send(call);
        if (passes && route.method().name().equals("DELETE") && answer.status() < 300) {
            scene.ours = scene.ours.renewed(call.path());
        }
        return outcome(route, target, answer, passes);
    }

    private static String outcome(Route route, Target target, Answer answer, boolean passes) {
        boolean problem = answer.headers().firstValue("Content-Type").orElse("").startsWith("application/problem+json");
        return switch (problem ? answer.code() : "") {
            case "AUTHENTICATION_REQUIRED" -> Expected.UNKNOWN.name();
            case "SESSION_REQUIRED" -> Expected.NO_KEY.name();
            case "PERMISSION_DENIED" -> Expected.DENIED.name();
            // The permission is there, but not for somebody who is more than oneself.
            case "HOLDS_MORE_THAN_YOU", "OWNER_PROTECTED" -> Expected.PASSES.name();
            default -> {
                // Where nothing is named, it is a state that is not there, and nothing that is hidden.
                if (answer.status() == 404 && target != Target.NONE) {
                    yield Expected.NOT_THERE.name();
                }
                // A reader who may read reads; a change may stumble over what it finds, but not over who asks.
                boolean fine = answer.status() < 500
                        && answer.status() != 401
                        && (!passes || !isRead(route) || answer.status() == 200);
                yield fine ? Expected.PASSES.name() : answer.text();
            }
        };
    }

    private static Expected expected(Route route, Example example, Actor actor, Target target) {
        if (actor.isAnonymous()) {
            return Expected.UNKNOWN;
        }
        if (actor.isKey() && route.handler().hasMethodAnnotation(InSession.class)) {
            return Expected.NO_KEY;
        }
        Requires requires = requires(route);
        boolean enters = Arrays.stream(requires.value()).allMatch(actor.grants()::include)
                && (requires.anyOf().length == 0
                        || Arrays.stream(requires.anyOf()).anyMatch(actor.grants()::include));
        if (!enters) {
            return Expected.DENIED;
        }
        if (target == Target.FOREIGN || target == Target.ANOTHERS && !example.isSeenBy(actor.grants())) {
            return Expected.NOT_THERE;
        }
        Set<Permission> needed = EnumSet.noneOf(Permission.class);
        needed.addAll(required(route));
        boolean anothers = target == Target.ANOTHERS;
        if (anothers) {
            needed.addAll(example.onOthers());
        }
        boolean may =
                needed.stream().allMatch(anothers ? actor.grants()::includeOnEverything : actor.grants()::include);
        return may ? Expected.PASSES : Expected.DENIED;
    }

    /** Of alternatives the first, which is what the example is about. */
    private static Set<Permission> required(Route route) {
        var required = EnumSet.noneOf(Permission.class);
        required.addAll(Arrays.asList(requires(route).value()));
        Arrays.stream(requires(route).anyOf()).findFirst().ifPresent(required::add);
        return required;
    }

    private static Requires requires(Route route) {
        return Objects.requireNonNull(route.handler().getMethodAnnotation(Requires.class));
    }

    /** Whether the body has no say in it, so that one that can't be read shows as well who is let through. */
    private static boolean isDecidedByTheRoute(Route route, Example example) {
        return requires(route).anyOf().length == 0
                && example.onOthers().isEmpty()
                && required(route).stream().noneMatch(Permission::isLimitable);
    }

    private static boolean isRead(Route route) {
        return route.method().name().equals("GET");
    }

    /** The request with a body that is refused when it is read, so that nothing is done; as it is if it has none. */
    private static Call harmless(Route route, Call call) {
        String type = call.headers().getOrDefault("Content-Type", "");
        if (isRead(route) || type.isEmpty()) {
            return call;
        }
        return type.startsWith("application/json")
                ? Call.json(call.method(), call.path(), UNKNOWN_FIELD)
                : new Call(call.method(), call.path(), Map.of("Content-Type", "text/plain"), BodyPublishers.noBody());
    }

    private enum Expected {
        UNKNOWN,
        NO_KEY,
        DENIED,
        NOT_THERE,
        PASSES
    }

    private enum Target {
        NONE,
        OWN,
        ANOTHERS,
        FOREIGN;

        static List<Target> of(Kind kind) {
            return kind.namesSomething() ? List.of(OWN, ANOTHERS, FOREIGN) : List.of(NONE);
        }
    }

    /** Two organizations and everybody in the first. */
    private static final class Scene {
        World ours;
        final World theirs;
        final AccountId stranger;
        final Cast cast;
        /** The request that one route's example makes of each world. */
        final Map<World, Call> calls = new IdentityHashMap<>();

        Scene(World ours, World theirs, AccountId stranger, Cast cast) {
            this.ours = ours;
            this.theirs = theirs;
            this.stranger = stranger;
            this.cast = cast;
        }
    }
}
