package io.claribi.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claribi.access.roles.BuiltInRole;
import io.claribi.kernel.AccountId;
import io.claribi.kernel.OrganizationId;
import io.claribi.testing.Api;
import io.claribi.testing.ServerTest;
import io.claribi.testing.TestOrganizations;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DuplicateKeyException;
import tools.jackson.databind.JsonNode;

@ServerTest
class MembershipsTest {
    private final int port;
    private final MembershipStore memberships;
    private final TestOrganizations organizations;

    MembershipsTest(@LocalServerPort int port, MembershipStore memberships, TestOrganizations organizations) {
        this.port = port;
        this.memberships = memberships;
        this.organizations = organizations;
    }

    @Test
    void hasExactlyOneOwner() {
        JsonNode ann = register();
        AccountId bob = new AccountId(id(register(), "/account/id"));

        assertThatThrownBy(() -> organizations.run(
                        new OrganizationId(id(ann, "/organization/id")),
                        () -> memberships.insert(new Membership(bob, BuiltInRole.OWNER, MemberStatus.ACTIVE))))
                .isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void isSeenInItsOwnOrganizationAlone() {
        JsonNode ann = register();
        AccountId account = new AccountId(id(ann, "/account/id"));

        assertThat(organizations.call(new OrganizationId(id(ann, "/organization/id")), () -> memberships.find(account)))
                .hasValue(new Membership(account, BuiltInRole.OWNER, MemberStatus.ACTIVE));
        assertThat(organizations.call(organizations.anOrganization(), () -> memberships.find(account)))
                .isEmpty();
    }

    private JsonNode register() {
        return Api.anonymous(port)
                .post("/auth/register", """
                        {"email":"m%s@example.org","password":"correct horse","organizationName":"Acme"}
                        """.formatted(UUID.randomUUID()))
                .expect(201)
                .json();
    }

    private static UUID id(JsonNode json, String pointer) {
        return UUID.fromString(json.at(pointer).asString());
    }
}
