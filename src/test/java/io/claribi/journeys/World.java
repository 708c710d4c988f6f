package io.claribi.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.claribi.access.Joining;
import io.claribi.journeys.Scene.Who;
import io.claribi.testing.Tenant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What there is to look at: an organization with two sources, and one without any. All scenes share it. */
record World(Tenant member, Tenant newcomer, Team team, String source, String dashboard) {
    private static @Nullable World only;

    static World in(Visitors visitors, Joining joining) {
        World world = only;
        if (world == null) {
            Tenant member = visitors.tenant();
            JsonNode result =
                    member.upload("Bike shop.csv", withUnreadableCells()).path("result");
            member.upload("Tea house.csv", Tenant.SALES);
            world = new World(
                    member,
                    visitors.tenant(),
                    Team.around(visitors.tenant(), joining),
                    result.path("dataSourceId").asString(),
                    result.path("dashboardId").asString());
            only = world;
        }
        return world;
    }

    private static byte[] withUnreadableCells() {
        return new String(Orders.ofEighteenMonths().csv(), UTF_8)
                .replaceFirst("2024-01-01", "1st of January")
                .replaceFirst(",1,", ",one,")
                .getBytes(UTF_8);
    }

    /** Somebody of that kind, before an empty tab. */
    Tab admits(Who who, Look look, Visitors visitors) {
        Person person = switch (who) {
            case STRANGER -> visitors.arrives(look);
            case NEWCOMER -> visitors.member(newcomer, look);
            case MEMBER -> visitors.member(member, look);
            case TEAM -> visitors.member(team.owner(), look);
            case VIEWER -> visitors.member(team.viewer(), look).expects(403, "/api/v1/members");
        };
        return person.tab();
    }

    String filled(String path) {
        return path.replace("{source}", source)
                .replace("{dashboard}", dashboard)
                .replace("{role}", team.role());
    }
}
