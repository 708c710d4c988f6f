package io.claribi.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.claribi.kernel.OrganizationId;
import io.claribi.tenancy.Database;
import io.claribi.tenancy.OrganizationWork;
import io.claribi.testing.Api;
import io.claribi.testing.Api.Call;
import io.claribi.testing.ServerTest;
import io.claribi.testing.Tenant;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** A server that believes its proxy: what that says of the client is kept if it is an address, and harms nothing if not. */
@ServerTest
@TestPropertySource(properties = "server.forward-headers-strategy=native")
class BehindAProxyTest {
    private final Database database;
    private final OrganizationWork work;
    private final int port;

    BehindAProxyTest(Database database, OrganizationWork work, @LocalServerPort int port) {
        this.database = database;
        this.work = work;
        this.port = port;
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.9, 203.0.113.9",
        "203.0.113.9:4711, 203.0.113.9",
        "2001:db8::7, 2001:db8::7",
        "[2001:db8::7]:443, 2001:db8::7",
        "fe80::1%eth0, fe80::1",
        "unknown, none",
        "nonsense'; --, none"
    })
    void keepsTheAddressOfTheClient(String forwardedFor, String kept) {
        var registered = Api.anonymous(port)
                .send(Call.json("POST", "/auth/register", """
                        {"email":"%s@example.org","password":"%s","organizationName":"Proxied"}
                        """.formatted(UUID.randomUUID(), Tenant.PASSWORD))
                        .with("X-Forwarded-For", forwardedFor))
                .expect(201)
                .json();

        var organization = new OrganizationId(
                UUID.fromString(registered.path("organization").path("id").asString()));
        assertThat(work.call(
                        organization,
                        () -> database.sql("""
                        SELECT DISTINCT coalesce(host(ip), 'none')
                        FROM audit.event
                        """).query(String.class).list()))
                .containsExactly(kept);
    }
}
