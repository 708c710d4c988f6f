package io.claribi.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claribi.kernel.OrganizationId;
import io.claribi.testing.ServerTest;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@ServerTest
class UnboundConnectionsTest {
    private final DataSource connections;
    private final OrganizationWork work;

    UnboundConnectionsTest(UnboundConnections connections, OrganizationWork work) {
        this.connections = connections.dataSource();
        this.work = work;
    }

    @Test
    void reachNoTenantTable() {
        assertThatThrownBy(() -> first("SELECT name FROM tenancy.organization"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("no organization is bound");
    }

    @Test
    void areNotBoundByTheScopeAlone() {
        assertThatThrownBy(() -> OrganizationScope.call(
                        OrganizationId.next(), () -> first("SELECT tenancy.current_organization()")))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("no organization is bound");
    }

    @Test
    void takePartInTheTransactionOfTheMoment() {
        var organization = OrganizationId.next();

        var bound = work.call(organization, () -> {
            try {
                return first("SELECT tenancy.current_organization()");
            } catch (SQLException e) {
                throw new AssertionError(e);
            }
        });

        assertThat(bound).isEqualTo(organization.value().toString());
    }

    private String first(String sql) throws SQLException {
        try (var connection = connections.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
