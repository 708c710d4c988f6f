package io.claribi.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.claribi.kernel.OrganizationId;
import io.claribi.tenancy.Database;
import io.claribi.testing.Api.Answer;
import io.claribi.testing.Api.Call;
import io.claribi.testing.ServerTest;
import io.claribi.testing.Tenant;
import io.claribi.testing.TestOrganizations;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@ServerTest
class AuditLogTest {
    private final int port;
    private final Database database;
    private final TestOrganizations organizations;
    private final Tenant tenant;

    AuditLogTest(@LocalServerPort int port, Database database, TestOrganizations organizations) {
        this.port = port;
        this.database = database;
        this.organizations = organizations;
        this.tenant = Tenant.register(port);
    }

    @Test
    void isThePlansToShow() {
        Answer refused = tenant.api().get("/audit-logs").expect(402);

        assertThat(refused.json().path("feature").asString()).isEqualTo("audit_log");
        assertThat(refused.json().path("plan").asString()).isEqualTo("professional");
    }

    @Test
    void showsThePastOnceThePlanDoes() {
        choose("professional");

        JsonNode change = items("?type=plan.changed").getFirst();
        assertThat(change.at("/actor/type").asString()).isEqualTo("account");
        assertThat(change.at("/actor/email").asString()).isEqualTo(tenant.email());
        assertThat(change.at("/target/id").asString())
                .isEqualTo(tenant.organization().value().toString());
        assertThat(change.at("/details/plan.after").asString()).isEqualTo("professional");
        assertThat(items("").size()).isGreaterThan(1);
    }

    @Test
    void narrowsByWhoWhatAndWhen() {
        choose("professional");
        UUID thing = UUID.randomUUID();
        event(3, "dashboard.created", thing);
        event(2, "dashboard.updated", thing);
        event(1, "dashboard.updated", UUID.randomUUID());

        assertThat(types("?target=" + thing)).containsExactly("dashboard.updated", "dashboard.created");
        assertThat(types("?type=dashboard.updated&target=" + thing)).containsExactly("dashboard.updated");
        assertThat(types("?from=%s&to=%s".formatted(daysAgo(3), daysAgo(2)))).containsExactly("dashboard.created");
        assertThat(types("?to=" + daysAgo(0))).contains("dashboard.created").doesNotContain("plan.changed");
        assertThat(types("?actor=" + tenant.email().toUpperCase(java.util.Locale.ROOT)))
                .contains("plan.changed")
                .doesNotContain("dashboard.created");
        assertThat(types("?actor=nobody@example.org")).isEmpty();
        assertThat(types("?actor=" + UUID.randomUUID())).isEmpty();
    }

    @Test
    void showsNothingOlderThanThePlanDoes() {
        choose("professional");
        event(89, "auth.login", UUID.randomUUID());
        event(91, "auth.logout", UUID.randomUUID());

        assertThat(types("")).contains("auth.login").doesNotContain("auth.logout");
        assertThat(types("?from=%s&to=%s".formatted(daysAgo(400), daysAgo(90)))).isEmpty();
        choose("enterprise");
        assertThat(types("")).contains("auth.logout");
    }

    @Test
    void goesOnWhereAPageEnded() {
        choose("professional");
        for (int days = 1; days <= 5; days++) {
            event(days, "scratch." + days, UUID.randomUUID());
        }
        var types = new ArrayList<String>();

        String query = "?pageSize=2&to=" + daysAgo(0);
        for (JsonNode page = page(query);
                ;
                page = page(query + "&pageToken=" + page.path("nextPageToken").asString())) {
            types.addAll(page.path("items").findValuesAsString("type"));
            if (!page.has("nextPageToken")) {
                break;
            }
        }

        types.removeIf(type -> !type.startsWith("scratch."));
        assertThat(types).containsExactly("scratch.1", "scratch.2", "scratch.3", "scratch.4", "scratch.5");
    }

    @Test
    void showsNothingOfAnotherOrganization() {
        choose("professional");
        Tenant another = Tenant.register(port);
        another.api()
                .send(Call.json("PUT", "/plan", "{\"plan\":\"professional\"}"))
                .expect(200);

        assertThat(types("?actor=" + another.email())).isEmpty();
        assertThat(types("?target=" + another.organization().value())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"from=yesterday", "to=2026-13-01T00:00:00Z", "target=x", "pageSize=0", "pageToken=1", "type=%00"
            })
    void refusesWhatCanNotBeRead(String parameter) {
        choose("professional");

        assertThat(tenant.api().get("/audit-logs?" + parameter).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from=+1000000000-01-01T00:00:00Z",
                "to=-1000000000-01-01T00:00:00Z",
                "type=a'b",
                "actor=%",
            })
    void findsNothingByWhatCanNotBe(String parameter) {
        choose("professional");
        String[] parts = parameter.split("=", 2);

        assertThat(types("?%s=%s".formatted(parts[0], URLEncoder.encode(parts[1], StandardCharsets.UTF_8))))
                .isEmpty();
    }

    private void choose(String plan) {
        tenant.api()
                .send(Call.json("PUT", "/plan", "{\"plan\":\"%s\"}".formatted(plan)))
                .expect(200);
    }

    private static Instant daysAgo(int days) {
        return Instant.now().minus(days, ChronoUnit.DAYS).minus(12, ChronoUnit.HOURS);
    }

    /** Something that the server itself did so many days ago. */
    private void event(int daysAgo, String type, UUID target) {
        OrganizationId organization = tenant.organization();
        organizations.run(
                organization,
                () -> database.sql("""
                        INSERT INTO audit.event
                            (id, occurred_at, actor_type, type, target_type, target_id, target_name, outcome, details)
                        VALUES (uuidv7(CAST(:shift AS interval)), now() + CAST(:shift AS interval), 'system', :type,
                            'dashboard', :target, 'Sales', 'success', '{}')
                        """)
                        .param("shift", "-%d days".formatted(daysAgo))
                        .param("type", type)
                        .param("target", target)
                        .update());
    }

    private JsonNode page(String query) {
        return tenant.api().get("/audit-logs" + query).expect(200).json();
    }

    private List<JsonNode> items(String query) {
        return page(query).path("items").valueStream().toList();
    }

    private List<String> types(String query) {
        return items(query).stream().map(item -> item.path("type").asString()).toList();
    }
}
