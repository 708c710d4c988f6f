package io.claribi.routes;

import io.claribi.testing.Api;
import io.claribi.testing.NewKey;
import io.claribi.testing.Tenant;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** A tenant with one of everything, so that every route has something of its own to be about. */
record World(
        Tenant tenant,
        String organization,
        String dataSource,
        String table,
        String dashboard,
        String job,
        String member,
        String session,
        String colleague,
        String invitation,
        String role,
        String apiKey,
        Colleagues colleagues,
        Factor factor,
        OwnPasskey passkey) {

    static World of(Tenant tenant, Colleagues colleagues) {
        var job = tenant.upload("sales-%s.csv".formatted(tenant.name()), Tenant.SALES);
        String source = job.path("result").path("dataSourceId").asString();
        String table = tableOf(tenant, source);
        return new World(
                tenant,
                tenant.organization().value().toString(),
                source,
                table,
                job.path("result").path("dashboardId").asString(),
                job.path("id").asString(),
                tenant.api().get("/me").expect(200).json().at("/account/id").asString(),
                anotherSession(tenant),
                colleagues.of(tenant),
                invite(tenant, guest(tenant)),
                aRole(tenant),
                NewKey.of(tenant.api()).id(),
                colleagues,
                new Factor(tenant),
                new OwnPasskey(tenant));
    }

    private static String tableOf(Tenant tenant, String source) {
        return tenant.api()
                .get("/data-sources/" + source)
                .expect(200)
                .json()
                .path("tables")
                .path(0)
                .path("name")
                .asString();
    }

    private static String invite(Tenant tenant, String address) {
        return tenant.api()
                .post("/invitations", """
                {"email":"%s"}
                """.formatted(address))
                .expect(201)
                .json()
                .path("id")
                .asString();
    }

    /** The address of somebody whom the tenant has invited. */
    static String guest(Tenant tenant) {
        return "guest-of-" + tenant.email();
    }

    /** A member who is not the Owner, at work in the organization. */
    Api somebody() {
        return colleagues.atWork(tenant);
    }

    private static String aRole(Tenant tenant) {
        return tenant.api().post("/roles", """
                        {"name":"Reader","permissions":["view_dashboard","view_reports"]}
                        """).expect(201).json().path("id").asString();
    }

    /** The session of somebody new, for whoever it is given to: a log-in of the tenant's may want a second factor by now. */
    private static String somebodysSession(int port) {
        return Tenant.register(port)
                .api()
                .get("/me/sessions")
                .expect(200)
                .json()
                .at("/items/0/id")
                .asString();
    }

    private static String anotherSession(Tenant tenant) {
        tenant.refreshToken();
        return tenant.api()
                .get("/me/sessions")
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .filter(session -> !session.path("current").asBoolean())
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
    }

    /** The ids of what is in it, each by its name in the examples. */
    Map<String, String> ids() {
        var ids = new TreeMap<>(Map.of(
                "organization",
                organization,
                "dataSource",
                dataSource,
                "dashboard",
                dashboard,
                "job",
                job,
                "member",
                member,
                "session",
                session,
                "colleague",
                colleague,
                "invitation",
                invitation,
                "role",
                role));
        ids.put("apiKey", apiKey);
        passkey.knownId().ifPresent(id -> ids.put("passkey", id));
        return ids;
    }

    /** The same with something new in place of what the path names, which is gone. */
    World renewed(String path) {
        World fresh = this;
        for (var id : ids().entrySet()) {
            boolean all = id.getKey().equals("session") && path.endsWith("/sessions");
            if (all || path.contains(id.getValue())) {
                fresh = fresh.renewedThing(id.getKey());
            }
        }
        return fresh;
    }

    private World renewedThing(String name) {
        return switch (name) {
            case "dataSource" -> {
                String source = tenant.salesSource();
                yield with(
                        source,
                        tableOf(tenant, source),
                        dashboard,
                        session,
                        colleague,
                        invitation,
                        role,
                        apiKey,
                        passkey);
            }
            case "dashboard" ->
                with(dataSource, table, aDashboard(tenant), session, colleague, invitation, role, apiKey, passkey);
            case "session" ->
                with(
                        dataSource,
                        table,
                        dashboard,
                        somebodysSession(tenant.api().port()),
                        colleague,
                        invitation,
                        role,
                        apiKey,
                        passkey);
            case "colleague" ->
                with(dataSource, table, dashboard, session, colleagues.of(tenant), invitation, role, apiKey, passkey);
            case "invitation" ->
                with(
                        dataSource,
                        table,
                        dashboard,
                        session,
                        colleague,
                        invite(tenant, UUID.randomUUID() + "@example.org"),
                        role,
                        apiKey,
                        passkey);
            case "role" ->
                with(dataSource, table, dashboard, session, colleague, invitation, aRole(tenant), apiKey, passkey);
            case "passkey" ->
                with(
                        dataSource,
                        table,
                        dashboard,
                        session,
                        colleague,
                        invitation,
                        role,
                        apiKey,
                        new OwnPasskey(tenant));
            case "apiKey" ->
                with(
                        dataSource,
                        table,
                        dashboard,
                        session,
                        colleague,
                        invitation,
                        role,
                        NewKey.of(tenant.api()).id(),
                        passkey);
            case "organization", "member", "job" -> this;
            default -> throw new IllegalArgumentException("Say here how there comes to be another " + name);
        };
    }

    private World with(
            String newDataSource,
            String newTable,
            String newDashboard,
            String newSession,
            String newColleague,
            String newInvitation,
            String newRole,
            String newApiKey,
            OwnPasskey newPasskey) {
        return new World(
                tenant,
                organization,
                newDataSource,
                newTable,
                newDashboard,
                job,
                member,
                newSession,
                newColleague,
                newInvitation,
                newRole,
                newApiKey,
                colleagues,
                factor,
                newPasskey);
    }

    private static String aDashboard(Tenant tenant) {
        return tenant.api()
                .post("/dashboards", "{\"name\":\"Mine\",\"widgets\":[],\"filters\":[]}")
                .expect(201)
                .json()
                .path("id")
                .asString();
    }

    /** A world of which nothing exists. */
    World missing() {
        return new World(
                tenant,
                uuid(),
                uuid(),
                table,
                uuid(),
                uuid(),
                uuid(),
                uuid(),
                uuid(),
                uuid(),
                uuid(),
                uuid(),
                colleagues,
                factor,
                OwnPasskey.missing(tenant));
    }

    /** Whether the text tells of anything in it. */
    boolean leaksInto(String text) {
        return ids().values().stream().anyMatch(text::contains)
                || Arrays.asList(
                                tenant.name(),
                                tenant.email(),
                                tenant.organization().value().toString())
                        .stream()
                        .anyMatch(text::contains);
    }

    private static String uuid() {
        return UUID.randomUUID().toString();
    }
}
