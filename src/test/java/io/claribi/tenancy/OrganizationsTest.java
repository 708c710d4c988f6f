package io.claribi.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claribi.kernel.AppException;
import io.claribi.kernel.OrganizationId;
import io.claribi.testing.ServerTest;
import io.claribi.testing.TestOrganizations;
import org.junit.jupiter.api.Test;

@ServerTest
class OrganizationsTest {
    private final Organizations organizations;
    private final TestOrganizations fixture;

    OrganizationsTest(Organizations organizations, TestOrganizations fixture) {
        this.organizations = organizations;
        this.fixture = fixture;
    }

    @Test
    void foundsAnOrganizationOnTheTrialPlan() {
        var id = OrganizationId.next();

        var founded = fixture.call(id, () -> organizations.found(id, "Acme"));

        assertThat(founded)
                .extracting(Organization::id, Organization::name, Organization::plan)
                .containsExactly(id, "Acme", "trial");
        assertThat(OrganizationScope.call(id, organizations::get)).isEqualTo(founded);
    }

    @Test
    void seesNoOtherOrganization() {
        fixture.anOrganization();
        var unfounded = OrganizationId.next();

        assertThatThrownBy(() -> OrganizationScope.call(unfounded, organizations::get))
                .isInstanceOf(AppException.class)
                .hasMessage("This organization no longer exists.");
    }

    @Test
    void foundsOnlyTheCurrentOrganization() {
        var current = OrganizationId.next();

        assertThatThrownBy(() -> fixture.call(current, () -> organizations.found(OrganizationId.next(), "Other")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
