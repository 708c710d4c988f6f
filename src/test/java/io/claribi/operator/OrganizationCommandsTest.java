package io.claribi.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.claribi.tenancy.DataDirectory;
import io.claribi.tenancy.Database;
import io.claribi.tenancy.DatabaseAccess;
import io.claribi.testing.Api;
import io.claribi.testing.Api.Answer;
import io.claribi.testing.ServerTest;
import io.claribi.testing.Tenant;
import io.claribi.testing.TestOrganizations;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What an operator types about organizations and accounts, beside a server that runs. */
@ServerTest
class OrganizationCommandsTest {
    private final int port;
    private final DatabaseAccess access;
    private final DataDirectory data;
    private final Database database;
    private final TestOrganizations organizations;
    private final Tenant tenant;
    private final String id;

    OrganizationCommandsTest(
            @LocalServerPort int port,
            DatabaseAccess access,
            DataDirectory data,
            Database database,
            TestOrganizations organizations) {
        this.port = port;
        this.access = access;
        this.data = data;
        this.database = database;
        this.organizations = organizations;
        this.tenant = Tenant.register(port);
        this.id = tenant.organization().value().toString();
    }

    @Test
    void listsWhatAnOperatorMayKnowOfAnOrganization() {
        tenant.api().patch("/organization", "{\"name\":\"Acme\"}").expect(200);

        String line = run("organization", "list")
                .lines()
                .filter(text -> text.startsWith(id))
                .findFirst()
                .orElseThrow();

        assertThat(line).matches(id + "  trial         active          1  20\\d\\d-\\d\\d-\\d\\dT[\\d:]{8}Z  Acme");
    }

    @Test
    void letsNoNameOfAnOrganizationSteerTheTerminal() {
        organizations.run(tenant.organization(), () -> database.sql("""
                        UPDATE tenancy.organization
                        SET name = E'Evil\\u001b[2J\\u202e'
                        """).update());

        assertThat(run("organization", "list")).contains("Evil?[2J?").doesNotContain("\u001b");
    }

    @Test
    void givesAnOrganizationAPlan() {
        assertThat(run("organization", "set-plan", id, "enterprise"))
                .isEqualTo("The organization %s has the plan enterprise.\n".formatted(id));

        assertThat(tenant.api().get("/plan").json().path("plan").asString()).isEqualTo("enterprise");
        assertThat(trail()).contains("system plan.changed");
        run("organization", "set-plan", id, "trial");
        assertThat(tenant.api().get("/plan").json().has("trialEndsAt")).isTrue();
    }

    @Test
    void disablesAnOrganizationAtOnceAndEnablesItAgain() {
        tenant.api().get("/me").expect(200);

        assertThat(run("organization", "disable", id)).endsWith(" is disabled.\n");

        assertThat(tenant.api().get("/me").code()).isEqualTo("ORGANIZATION_DISABLED");
        assertThat(run("organization", "disable", id)).endsWith(" is already disabled.\n");
        assertThat(run("organization", "enable", id)).endsWith(" is enabled.\n");
        tenant.api().get("/me").expect(200);
        assertThat(trail()).containsSubsequence("system organization.disabled", "system organization.enabled");
    }

    @Test
    void unlocksAnAccount() {
        for (int tries = 0; tries < 10; tries++) {
            logIn("wrong password");
        }
        assertThat(logIn(Tenant.PASSWORD).status()).isEqualTo(401);

        assertThat(run("account", "unlock", tenant.email().toUpperCase(java.util.Locale.ROOT)))
                .endsWith(" is not locked any more.\n");

        assertThat(logIn(Tenant.PASSWORD).status()).isEqualTo(200);
        assertThat(trail()).contains("system auth.unlocked");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            organization set-plan x free                                    | x is not the id of an organization. See: organization list
            organization disable 0198c000-0000-7000-8000-000000000000       | There is no organization 0198c000-0000-7000-8000-000000000000. See: organization list
            organization set-plan 0198c000-0000-7000-8000-000000000000 free | There is no organization 0198c000-0000-7000-8000-000000000000. See: organization list
            account unlock nobody@example.org                               | There is no account with the address nobody@example.org.
            account unlock nobody                                           | There is no account with the address nobody.
            """)
    void saysWhatItCanNotDo(String words, String message) {
        Result result = execute(words.split(" "));

        assertThat(result).isEqualTo(new Result(1, "", message + "\n"));
    }

    @Test
    void namesThePlansThereAre() {
        assertThat(execute("organization", "set-plan", id, "gold"))
                .isEqualTo(new Result(
                        1, "", "There is no plan gold, but free, trial, starter, professional, enterprise.\n"));
    }

    private Answer logIn(String password) {
        return Api.anonymous(port).post("/auth/login", """
                {"email":"%s","password":"%s"}
                """.formatted(tenant.email(), password));
    }

    /** Who did what in the tenant's organization, the oldest first. */
    private List<String> trail() {
        return organizations.call(
                tenant.organization(),
                () -> database.sql("""
                        SELECT actor_type || ' ' || type
                        FROM audit.event
                        ORDER BY id
                        """).query(String.class).list());
    }

    private String run(String... words) {
        Result result = execute(words);
        assertThat(result.status()).as(result.toString()).isZero();
        return result.out();
    }

    private Result execute(String... words) {
        var arguments = new ArrayList<>(List.of(words));
        arguments.add("--claribi.data-dir=" + data.dataDir());
        arguments.add("--claribi.database.url=" + access.url());
        arguments.add("--claribi.database.owner.password=" + access.owner().password());
        arguments.add("--claribi.database.app.password=" + access.app().password());
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int status = new CommandLine(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8))
                .run(Invocation.of(arguments.toArray(String[]::new)));
        return new Result(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    record Result(int status, String out, String err) {}
}
