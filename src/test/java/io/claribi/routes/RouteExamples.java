package io.claribi.routes;

import static io.claribi.routes.RouteExamples.Kind.ABOUT_ONE;
import static io.claribi.routes.RouteExamples.Kind.LIST;
import static io.claribi.routes.RouteExamples.Kind.OWN;
import static io.claribi.routes.RouteExamples.Kind.PRIVATE;
import static io.claribi.routes.RouteExamples.Kind.PUBLIC;

import io.claribi.kernel.Grants;
import io.claribi.kernel.Permission;
import io.claribi.testing.Api;
import io.claribi.testing.Api.Call;
import io.claribi.testing.Inbox;
import io.claribi.testing.Multipart;
import io.claribi.testing.Outbox;
import io.claribi.testing.Tenant;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** One request that works for every route there is. A route without one fails the suites that go over every route. */
final class RouteExamples {
    private static final Function<World, Api> OWNER = world -> world.tenant().api();

    private final Map<String, Example> examples = new LinkedHashMap<>();

    private RouteExamples() {
        auth();
        plan();
        mail();
        me();
        organization();
        organizationItself();
        invitations();
        access();
        apiKeys();
        jobs();
        dataSources();
        queries();
        dashboards();
    }

    static Map<String, Example> all() {
        return new RouteExamples().examples;
    }

    private void auth() {
        add(
                "POST /api/v1/auth/register",
                PUBLIC,
                world -> Call.json("POST", "/auth/register", """
                {"email":"%s@example.org","password":"%s","organizationName":"Another"}
                """.formatted(UUID.randomUUID(), Tenant.PASSWORD)));
        add(
                "POST /api/v1/auth/login",
                PUBLIC,
                world -> Call.json(
                        "POST", "/auth/login", """
                {"email":"%s","password":"%s"}
                """.formatted(world.tenant().email(), Tenant.PASSWORD)));
        add(
                "POST /api/v1/auth/refresh",
                PUBLIC,
                world -> Call.json(
                        "POST", "/auth/refresh", """
                {"refreshToken":"%s"}
                """.formatted(world.tenant().refreshToken())));
        add("POST /api/v1/auth/passkey/options", PUBLIC, world -> post("/auth/passkey/options", "{}"));
        add(
                "POST /api/v1/auth/passkey",
                PUBLIC,
                world -> post("/auth/passkey", """
                {"credential":%s}
                """.formatted(world.passkey().proof())));
        add(
                "POST /api/v1/auth/mfa",
                PUBLIC,
                world -> Call.json("POST", "/auth/mfa", """
                {"mfaToken":"%s","code":"%s"}
                """.formatted(
                                world.factor().mfaToken(), world.factor().code())));
        add("POST /api/v1/auth/logout", PUBLIC, world -> Call.json("POST", "/auth/logout", "{}"));
        add(
                "POST /api/v1/auth/password/check",
                PUBLIC,
                world -> post("/auth/password/check", "{\"password\":\"%s\"}".formatted(Tenant.PASSWORD)));
        add("GET /api/v1/openapi.json", PUBLIC, world -> get("/openapi.json"));
        add("GET /api/v1/docs", PUBLIC, world -> get("/docs"));
    }

    private void plan() {
        add("GET /api/v1/plan", OWN, world -> get("/plan"));
        add("GET /api/v1/audit-logs", LIST, world -> get("/audit-logs"));
        add("GET /api/v1/usage", OWN, world -> get("/usage"));
        add("GET /api/v1/billing", OWN, world -> get("/billing"));
        add("POST /api/v1/billing/checkout", OWN, world -> post("/billing/checkout", "{\"plan\":\"enterprise\"}"));
        add("POST /api/v1/billing/portal", OWN, world -> post("/billing/portal", ""));
        add("POST /api/v1/billing/stripe/webhook", PUBLIC, world -> post("/billing/stripe/webhook", "{}"));
        add("PUT /api/v1/plan", OWN, world -> Call.json("PUT", "/plan", "{\"plan\":\"enterprise\"}"));
    }

    private void mail() {
        add("POST /api/v1/auth/email/resend", PUBLIC, world -> post("/auth/email/resend", email(world)));
        add(
                "POST /api/v1/auth/email/verify",
                PUBLIC,
                world -> post("/auth/email/verify", """
                {"token":"%s"}
                """.formatted(
                                mailed(world, "/auth/email/resend", "Confirm your e-mail address"))));
        add("POST /api/v1/auth/password/forgot", PUBLIC, world -> post("/auth/password/forgot", email(world)));
        add(
                "POST /api/v1/auth/password/reset",
                PUBLIC,
                world -> post("/auth/password/reset", """
                {"token":"%s","password":"%s"}
                """.formatted(
                                mailed(world, "/auth/password/forgot", "Reset your password"), Tenant.PASSWORD)));
        add(
                "POST /api/v1/me/email",
                OWN,
                world -> post("/me/email", """
                {"email":"%s@example.org","password":"%s"}
                """.formatted(UUID.randomUUID(), Tenant.PASSWORD)));
    }

    /** The token of the mail that a route has sent to the tenant. */
    private static String mailed(World world, String path, String subject) {
        world.tenant().api().post(path, email(world)).expect(202);
        return Inbox.token(Outbox.ofAllServers().await(world.tenant().email(), subject));
    }

    private static String email(World world) {
        return "{\"email\":\"%s\"}".formatted(world.tenant().email());
    }

    private void me() {
        add("GET /api/v1/me", OWN, world -> get("/me"));
        add("GET /api/v1/me/passkeys", OWN, world -> get("/me/passkeys"));
        add("POST /api/v1/me/passkeys/options", OWN, world -> post("/me/passkeys/options", ""));
        add(
                "POST /api/v1/me/passkeys",
                OWN,
                world -> post("/me/passkeys", """
                {"name":"Key","credential":%s}
                """.formatted(world.passkey().made())));
        add(
                "DELETE /api/v1/me/passkeys/{id}",
                PRIVATE,
                world -> delete("/me/passkeys/" + world.passkey().id()));
        add("GET /api/v1/me/mfa", OWN, world -> get("/me/mfa"));
        add("POST /api/v1/me/mfa/totp", OWN, world -> post("/me/mfa/totp", """
                {"password":"%s"}
                """.formatted(Tenant.PASSWORD)));
        add(
                "POST /api/v1/me/mfa/totp/confirm",
                OWN,
                world -> post(
                        "/me/mfa/totp/confirm", """
                {"code":"%s"}
                """.formatted(world.factor().firstCode())));
        add("POST /api/v1/me/mfa/backup-codes", OWN, world -> post("/me/mfa/backup-codes", proof(world)));
        add("DELETE /api/v1/me/mfa", OWN, world -> Call.json("DELETE", "/me/mfa", proof(world)));
        add("PATCH /api/v1/me", OWN, world -> Call.json("PATCH", "/me", "{\"firstName\":\"Ann\"}"));
        add("POST /api/v1/me/password", OWN, world -> post("/me/password", """
                {"current":"%s","new":"another fine password"}
                """.formatted(Tenant.PASSWORD)));
        add("POST /api/v1/me/step-up", OWN, world -> post("/me/step-up", """
                {"password":"%s"}
                """.formatted(Tenant.PASSWORD)));
        add("GET /api/v1/me/sessions", OWN, world -> get("/me/sessions"));
        add("DELETE /api/v1/me/sessions", OWN, world -> delete("/me/sessions"));
        add("DELETE /api/v1/me/sessions/{id}", PRIVATE, world -> delete("/me/sessions/" + world.session()));
        add("GET /api/v1/me/organizations", OWN, world -> get("/me/organizations"));
        add(
                "POST /api/v1/me/organization",
                ABOUT_ONE,
                world -> post("/me/organization", """
                {"organizationId":"%s"}
                """.formatted(world.organization())));
        add("GET /api/v1/me/activity", LIST, world -> get("/me/activity"));
    }

    private void organization() {
        add("GET /api/v1/organization/security", OWN, world -> get("/organization/security"));
        add(
                "PATCH /api/v1/organization/security",
                OWN,
                world -> Call.json("PATCH", "/organization/security", "{\"maxSessionHours\":24}"));
        add(
                "GET /api/v1/members/{id}/sessions",
                ABOUT_ONE,
                world -> get("/members/%s/sessions".formatted(world.colleague())));
        add(
                "DELETE /api/v1/members/{id}/sessions",
                ABOUT_ONE,
                world -> delete("/members/%s/sessions".formatted(world.member())));
        add(
                "POST /api/v1/members/{id}/mfa-reset",
                ABOUT_ONE,
                world -> post("/members/%s/mfa-reset".formatted(world.colleague()), ""));
    }

    private void organizationItself() {
        add("GET /api/v1/auth/registration", PUBLIC, world -> get("/auth/registration"));
        add("GET /api/v1/organization", OWN, world -> get("/organization"));
        add("PATCH /api/v1/organization", OWN, world -> Call.json("PATCH", "/organization", "{\"name\":\"Renamed\"}"));
        add(
                "POST /api/v1/organization/transfer",
                ABOUT_ONE,
                world -> post("/organization/transfer", transfer(world.colleague())));
        add("POST /api/v1/organization/transfer/accept", OWN, world -> {
            Api somebody = world.somebody();
            Api owner = world.tenant().api();
            owner.post("/organization/transfer", transfer(account(somebody)));
            somebody.post("/organization/transfer/accept", "");
            somebody.post("/organization/transfer", transfer(account(owner)));
            return post("/organization/transfer/accept", "");
        });
        add("DELETE /api/v1/organization/transfer", OWN, world -> {
            world.tenant().api().post("/organization/transfer", transfer(world.colleague()));
            return delete("/organization/transfer");
        });
        add("DELETE /api/v1/organization", OWN, RouteExamples::deletion);
        add("POST /api/v1/organization/restore", OWN, world -> {
            world.tenant().api().send(deletion(world));
            return post("/organization/restore", "");
        });
    }

    private static Call deletion(World world) {
        return Call.json("DELETE", "/organization", """
                {"name":"%s","password":"%s"}
                """.formatted(
                world.tenant().api().get("/organization").json().path("name").asString(), Tenant.PASSWORD));
    }

    private static String transfer(String member) {
        return """
                {"memberId":"%s","password":"%s"}
                """.formatted(member, Tenant.PASSWORD);
    }

    private static String account(Api member) {
        return member.get("/me").json().at("/account/id").asString();
    }

    private void invitations() {
        add("GET /api/v1/invitations", LIST, world -> get("/invitations"));
        add("POST /api/v1/invitations", OWN, world -> post("/invitations", """
                {"email":"%s@example.org","role":"analyst","message":"Come and look"}
                """.formatted(UUID.randomUUID())));
        add("POST /api/v1/invitations/bulk", OWN, world -> post("/invitations/bulk", """
                {"emails":["%s@example.org"]}
                """.formatted(UUID.randomUUID())));
        add(
                "PATCH /api/v1/invitations/{id}",
                ABOUT_ONE,
                world -> Call.json("PATCH", invitation(world), "{\"role\":\"viewer\"}"));
        add("POST /api/v1/invitations/{id}/resend", ABOUT_ONE, world -> post(invitation(world) + "/resend", ""));
        add("DELETE /api/v1/invitations/{id}", ABOUT_ONE, world -> delete(invitation(world)));
        add(
                "POST /api/v1/auth/invitations/look",
                PUBLIC,
                world -> post("/auth/invitations/look", """
                {"token":"%s"}
                """.formatted(mailedToken(world))));
        add(
                "POST /api/v1/auth/invitations/accept",
                PUBLIC,
                world -> post("/auth/invitations/accept", """
                {"token":"%s","password":"%s"}
                """.formatted(mailedToken(world), Tenant.PASSWORD)));
    }

    private static String invitation(World world) {
        return "/invitations/" + world.invitation();
    }

    private static String mailedToken(World world) {
        return Inbox.token(Outbox.ofAllServers()
                .await(
                        World.guest(world.tenant()),
                        "You are invited to Org " + world.tenant().name()));
    }

    private void access() {
        add("GET /api/v1/permissions", OWN, world -> get("/permissions"));
        add("GET /api/v1/roles", OWN, world -> get("/roles"));
        add("POST /api/v1/roles", OWN, world -> post("/roles", """
                {"name":"Auditor","permissions":["view_audit_logs","view_dashboard"]}
                """));
        add("GET /api/v1/roles/{id}", ABOUT_ONE, world -> get("/roles/" + world.role()));
        add(
                "PATCH /api/v1/roles/{id}",
                ABOUT_ONE,
                world -> Call.json("PATCH", "/roles/" + world.role(), "{\"permissions\":[\"view_dashboard\"]}"));
        add("DELETE /api/v1/roles/{id}", ABOUT_ONE, world -> delete("/roles/" + world.role()));
        add("GET /api/v1/members", LIST, world -> get("/members"));
        add("GET /api/v1/members/{id}", ABOUT_ONE, world -> get("/members/" + world.colleague()));
        add(
                "PATCH /api/v1/members/{id}",
                ABOUT_ONE,
                world -> Call.json("PATCH", "/members/" + world.colleague(), "{\"role\":\"analyst\"}"));
        add("DELETE /api/v1/members/{id}", ABOUT_ONE, world -> delete("/members/" + world.colleague()));
        add("DELETE /api/v1/me/membership", OWN, World::somebody, world -> delete("/me/membership"));
    }

    private void apiKeys() {
        add("GET /api/v1/auth/verify", OWN, world -> get("/auth/verify"));
        add("GET /api/v1/api-keys", LIST, world -> get("/api-keys"));
        add("POST /api/v1/api-keys", OWN, world -> post("/api-keys", "{\"name\":\"Export\"}"));
        add("DELETE /api/v1/api-keys/{id}", PRIVATE, world -> delete("/api-keys/" + world.apiKey()));
        examples.computeIfPresent(
                "DELETE /api/v1/api-keys/{id}", (route, example) -> example.shownTo(Permission.MANAGE_INTEGRATIONS));
    }

    private void jobs() {
        add("GET /api/v1/jobs", LIST, world -> get("/jobs"));
        add("GET /api/v1/jobs/{id}", PRIVATE, world -> get("/jobs/" + world.job()));
        add("POST /api/v1/jobs/{id}/cancel", PRIVATE, world -> post("/jobs/%s/cancel".formatted(world.job()), ""));
    }

    private void dataSources() {
        add("GET /api/v1/data-sources", LIST, world -> get("/data-sources"));
        add("GET /api/v1/data-sources/{id}", ABOUT_ONE, world -> get(source(world)));
        add("GET /api/v1/data-sources/{id}/statistics", ABOUT_ONE, world -> get(source(world) + "/statistics"));
        add(
                "GET /api/v1/data-sources/{id}/tables/{table}/rows",
                ABOUT_ONE,
                world -> get("%s/tables/%s/rows".formatted(source(world), world.table())));
        add(
                "PATCH /api/v1/data-sources/{id}",
                ABOUT_ONE,
                world -> Call.json("PATCH", source(world), "{\"name\":\"Renamed\"}"));
        add("DELETE /api/v1/data-sources/{id}", ABOUT_ONE, world -> delete(source(world)));
        add("POST /api/v1/data-sources/upload", OWN, world -> Call.upload("/data-sources/upload", sales()));
        add(
                "POST /api/v1/data-sources/{id}/upload",
                ABOUT_ONE,
                world -> Call.upload(source(world) + "/upload", sales()));
        examples.computeIfPresent(
                "POST /api/v1/data-sources/{id}/upload",
                (route, example) -> example.andOnOthers(Permission.EDIT_DATA_SOURCE));
        add("GET /api/v1/data-sources/samples", OWN, world -> get("/data-sources/samples"));
        add(
                "POST /api/v1/data-sources/samples/{name}",
                OWN,
                world -> post("/data-sources/samples/seattle-weather", ""));
    }

    private void queries() {
        add("POST /api/v1/queries", ABOUT_ONE, world -> post("/queries", revenue(world)));
        add("POST /api/v1/queries/export", ABOUT_ONE, world -> post("/queries/export?format=csv", revenue(world)));
    }

    private void dashboards() {
        add("GET /api/v1/dashboards", LIST, world -> get("/dashboards"));
        add("POST /api/v1/dashboards", ABOUT_ONE, world -> post("/dashboards", """
                {"name":"Mine","widgets":[{"type":"metric","title":"Revenue","layout":{"x":0,"y":0,"w":3,"h":2},"query":%s}],"filters":[]}
                """.formatted(revenue(world))));
        add("GET /api/v1/dashboards/{id}", ABOUT_ONE, world -> get(dashboard(world)));
        add("GET /api/v1/dashboards/{id}/data", ABOUT_ONE, world -> get(dashboard(world) + "/data"));
        add(
                "PATCH /api/v1/dashboards/{id}",
                ABOUT_ONE,
                world -> Call.json("PATCH", dashboard(world), "{\"name\":\"Renamed\"}"));
        add("DELETE /api/v1/dashboards/{id}", ABOUT_ONE, world -> delete(dashboard(world)));
    }

    private static String source(World world) {
        return "/data-sources/" + world.dataSource();
    }

    private static String dashboard(World world) {
        return "/dashboards/" + world.dashboard();
    }

    private static String proof(World world) {
        return """
                {"password":"%s","code":"%s"}
                """.formatted(Tenant.PASSWORD, world.factor().code());
    }

    private static Call post(String path, String json) {
        return Call.json("POST", path, json);
    }

    private static Call delete(String path) {
        return new Call("DELETE", path, Map.of(), BodyPublishers.noBody());
    }

    private void add(String route, Kind kind, Function<World, Call> call) {
        add(route, kind, OWNER, call);
    }

    private void add(String route, Kind kind, Function<World, Api> caller, Function<World, Call> call) {
        examples.put(route, new Example(kind, caller, call, Set.of(), Set.of()));
    }

    private static Call get(String path) {
        return new Call("GET", path, Map.of(), BodyPublishers.noBody());
    }

    private static Multipart sales() {
        return new Multipart().file("more.csv", Tenant.SALES.getBytes(StandardCharsets.UTF_8));
    }

    private static String revenue(World world) {
        return """
                {"dataSourceId":"%s","table":"%s","measures":[{"function":"sum","field":"revenue"}]}
                """.formatted(world.dataSource(), world.table());
    }

    /** What a route is about, which decides what another organization's caller must get from it. */
    enum Kind {
        /** For anybody. */
        PUBLIC,
        /** About the caller or the caller's organization; the request names nothing. */
        OWN,
        /** A page of the organization's things. */
        LIST,
        /** About a thing that the request names, in its path, query or body. */
        ABOUT_ONE,
        /** The same, where nobody but the one whose it is may know of it. */
        PRIVATE;

        boolean namesSomething() {
            return this == ABOUT_ONE || this == PRIVATE;
        }
    }

    /**
     * A request.
     *
     * @param caller who may make it: the Owner, mostly
     * @param onOthers what it takes besides, if the thing is somebody else's
     * @param seenWith what lets one know of a private thing of somebody else's
     */
    record Example(
            Kind kind,
            Function<World, Api> caller,
            Function<World, Call> call,
            Set<Permission> onOthers,
            Set<Permission> seenWith) {
        Example andOnOthers(Permission permission) {
            return new Example(kind, caller, call, Set.of(permission), seenWith);
        }

        Example shownTo(Permission permission) {
            return new Example(kind, caller, call, onOthers, Set.of(permission));
        }

        /** Whether who holds these may know of it although it is somebody else's. */
        boolean isSeenBy(Grants grants) {
            return kind != Kind.PRIVATE || seenWith.stream().anyMatch(grants::include);
        }

        /** Whether it takes somebody of its own, since it ends or changes who makes it. */
        boolean isBySomebodyElse() {
            return caller != OWNER;
        }
    }
}
