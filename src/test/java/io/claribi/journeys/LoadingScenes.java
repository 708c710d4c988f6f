package io.claribi.journeys;

import static io.claribi.journeys.Scene.Who.MEMBER;
import static io.claribi.journeys.Scene.Who.TEAM;

import io.claribi.journeys.Scene.Who;
import java.util.EnumSet;
import java.util.List;

/** Pages whose answer keeps them waiting. */
final class LoadingScenes {
    private LoadingScenes() {}

    static List<Scene> all() {
        return List.of(
                loading("dashboards", MEMBER, "/dashboards", "/dashboards?*"),
                loading("dashboard", MEMBER, "/dashboards/{dashboard}", "/dashboards/*/data*"),
                loading("sources", MEMBER, "/sources", "/data-sources?*"),
                loading("source", MEMBER, "/sources/{source}", "/data-sources/*/statistics*"),
                loading("members", TEAM, "/settings/organization/members", "/members?*"),
                loading("roles", TEAM, "/settings/organization/roles", "/roles*"),
                loading("audit-log", TEAM, "/settings/audit-log", "/audit-logs?*"),
                loading("billing", TEAM, "/settings/billing", "/usage"));
    }

    private static Scene loading(String name, Who who, String path, String answer) {
        return new Scene(
                name + "-loading",
                who,
                path,
                EnumSet.of(Look.DESKTOP, Look.PHONE_DARK),
                tab -> tab.waitsFor("/api/v1" + answer),
                Tab::waits);
    }
}
