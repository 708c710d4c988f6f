package io.claribi.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.claribi.access.Joining;
import io.claribi.journeys.Scene.Who;
import io.claribi.testing.Api.Call;
import io.claribi.testing.Tenant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What there is to look at, which all scenes share.
 *
 * @param people those with an account
 * @param places what stands for the words in braces of a {@link Scene#path()}
 */
record World(Map<Who, Tenant> people, Map<String, String> places) {
    private static @Nullable World only;

    static World in(Visitors visitors, Backstage backstage) {
        World world = only;
        if (world == null) {
            world = new World(new EnumMap<>(Who.class), new HashMap<>());
            world.fill(visitors, backstage);
            only = world;
        }
        return world;
    }

    private void fill(Visitors visitors, Backstage backstage) {
        Tenant member = visitors.tenant();
        JsonNode result = member.upload("Bike shop.csv", withUnreadableCells()).path("result");
        member.upload("Tea house.csv", Tenant.SALES);
        places.put("source", result.path("dataSourceId").asString());
        places.put("dashboard", result.path("dashboardId").asString());
        people.put(Who.MEMBER, member);
        people.put(Who.NEWCOMER, visitors.tenant());
        Team team = Team.around(visitors.tenant(), backstage.joining());
        people.put(Who.TEAM, team.owner());
        people.put(Who.VIEWER, team.viewer());
        places.put("role", team.role());
        Invitees.of(Team.onAPlanForMany(visitors.tenant()), member, backstage)
                .forEach((which, token) -> places.put("invitation-" + which, token));
        people.put(Who.TRIAL_ENDING, backstage.atTheEndOfItsTrial(visitors.tenant()));
        people.put(Who.PAUSED, withTooManySources(visitors.tenant()));
        people.put(Who.DISABLED, backstage.disabled(visitors.tenant()));
        close(visitors.tenant());
        offer(visitors.tenant(), backstage.joining());
    }

    private static byte[] withUnreadableCells() {
        return new String(Orders.ofEighteenMonths().csv(), UTF_8)
                .replaceFirst("2024-01-01", "1st of January")
                .replaceFirst(",1,", ",one,")
                .getBytes(UTF_8);
    }

    private static Tenant withTooManySources(Tenant owner) {
        Team.onAPlanForMany(owner);
        for (String name : new String[] {"Tea house", "Bike shop", "Book shop", "Bakery"}) {
            owner.upload(name + ".csv", Tenant.SALES);
        }
        owner.api().send(Call.json("PUT", "/plan", "{\"plan\":\"free\"}")).expect(200);
        return owner;
    }

    private void close(Tenant owner) {
        people.put(Who.LOCKED_OUT, Invitees.newcomerTo(Team.onAPlanForMany(owner)));
        people.put(Who.CLOSING, owner);
        owner.api()
                .send(Call.json("DELETE", "/organization", """
                        {"name":"Analytical Engines","password":"%s"}
                        """.formatted(Tenant.PASSWORD)))
                .expect(202);
    }

    private void offer(Tenant owner, Joining joining) {
        Tenant heir = joining.arrive(Team.onAPlanForMany(owner), "administrator", "Charles", "Babbage");
        people.put(Who.HEIR, heir);
        people.put(Who.OFFERING, owner);
        owner.api()
                .post("/organization/transfer", """
                        {"memberId":"%s","password":"%s"}
                        """.formatted(
                                Joining.account(heir).value(), Tenant.PASSWORD))
                .expect(201);
    }

    /** Somebody of that kind, before an empty tab. */
    Tab admits(Who who, Look look, Visitors visitors) {
        Tenant tenant = people.get(who);
        Person person = tenant == null ? visitors.arrives(look) : visitors.member(tenant, look);
        switch (who) {
            case VIEWER -> person.expects(403, "/api/v1/members");
            case LOCKED_OUT, DISABLED -> person.expects(403, "/api/v1/");
            default -> {}
        }
        return person.tab();
    }

    String filled(String path) {
        String filled = path;
        for (var place : places.entrySet()) {
            filled = filled.replace("{%s}".formatted(place.getKey()), place.getValue());
        }
        return filled;
    }
}
