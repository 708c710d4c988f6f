package io.claribi.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claribi.kernel.OrganizationId;
import io.claribi.testing.ServerTest;
import io.claribi.testing.TestOrganizations;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.BadSqlGrammarException;

@ServerTest
class OrganizationStatesTest {
    private final OrganizationStates states;
    private final Database database;
    private final TestOrganizations organizations;
    private final OrganizationId organization;

    OrganizationStatesTest(OrganizationStates states, Database database, TestOrganizations organizations) {
        this.states = states;
        this.database = database;
        this.organizations = organizations;
        this.organization = organizations.anOrganization();
    }

    @Test
    void changeOnceTheTransactionCommits() {
        assertThat(states.of(organization).isActive()).isTrue();

        assertThat(organizations.<Boolean>call(organization, states::disable)).isTrue();
        assertThat(states.of(organization).kind()).isEqualTo(OrganizationState.Kind.DISABLED);

        assertThat(organizations.<Boolean>call(organization, states::disable)).isFalse();
        assertThat(organizations.<Boolean>call(organization, states::enable)).isTrue();
        assertThat(states.of(organization).isActive()).isTrue();
    }

    @Test
    void areOthersOwn() {
        OrganizationId another = organizations.anOrganization();

        organizations.run(organization, states::beginClosing);

        assertThat(states.of(another).isActive()).isTrue();
        assertThat(states.of(organization).kind()).isEqualTo(OrganizationState.Kind.CLOSING);
    }

    @Test
    void sayOfNoOrganizationThatItIsGone() {
        assertThat(states.of(OrganizationId.next()).kind()).isEqualTo(OrganizationState.Kind.GONE);
    }

    @Test
    void giveSevenDaysOfGraceWhichAskingAgainDoesNotMove() {
        Instant closesAt = organizations.call(organization, states::beginClosing);

        assertThat(closesAt)
                .isBetween(
                        Instant.now().plus(Duration.ofDays(7)).minusSeconds(60),
                        Instant.now().plus(Duration.ofDays(7)).plusSeconds(60));
        assertThat(organizations.<Instant>call(organization, states::beginClosing))
                .isEqualTo(closesAt);
        assertThat(states.of(organization).closesAt()).isEqualTo(closesAt);
    }

    @Test
    void areActiveAgainWhenDeletionIsUndone() {
        organizations.run(organization, states::beginClosing);

        assertThat(organizations.<Boolean>call(organization, states::stopClosing))
                .isTrue();

        assertThat(states.of(organization).isActive()).isTrue();
        assertThat(organizations.<Boolean>call(organization, states::stopClosing))
                .isFalse();
    }

    @Test
    void letTheApplicationNeitherSetNorMoveTheEndOfTheGrace() {
        organizations.run(organization, states::beginClosing);

        assertThatThrownBy(() -> write(() -> database.sql("""
                        UPDATE tenancy.closing
                        SET closes_at = now()
                        """).update())).isInstanceOf(BadSqlGrammarException.class);
        assertThatThrownBy(() -> write(() -> database.sql("""
                        DELETE FROM tenancy.closing
                        """).update())).isInstanceOf(BadSqlGrammarException.class);
        assertThatThrownBy(() -> write(() -> database.sql("""
                        INSERT INTO tenancy.closing (closes_at)
                        VALUES (now())
                        """).update())).isInstanceOf(BadSqlGrammarException.class);
    }

    private void write(Runnable statement) {
        organizations.run(organization, statement);
    }
}
