package io.claribi.tenancy;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claribi.testing.ServerTest;
import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The helper that migrations call does not make a tenant table of something that has another shape. */
@ServerTest
class TenantTableTest {
    private final DatabaseAccess access;

    TenantTableTest(DatabaseAccess access) {
        this.access = access;
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            id uuid PRIMARY KEY | has no organization_id uuid NOT NULL
            organization_id text NOT NULL PRIMARY KEY | has no organization_id uuid NOT NULL
            organization_id uuid DEFAULT tenancy.current_organization() | has no organization_id uuid NOT NULL
            organization_id uuid NOT NULL PRIMARY KEY | has no DEFAULT tenancy.current_organization()
            organization_id uuid NOT NULL DEFAULT gen_random_uuid() PRIMARY KEY | has no DEFAULT tenancy.current_organization()
            organization_id uuid NOT NULL DEFAULT tenancy.current_organization() | has no primary key
            id uuid, organization_id uuid NOT NULL DEFAULT tenancy.current_organization(), PRIMARY KEY (id, organization_id) | does not come first in scratch.mine_pkey
            organization_id uuid NOT NULL DEFAULT tenancy.current_organization(), id uuid UNIQUE, PRIMARY KEY (organization_id, id) | does not come first in scratch.mine_id_key
            id uuid, organization_id uuid NOT NULL DEFAULT tenancy.current_organization(), PRIMARY KEY (organization_id, id), FOREIGN KEY (id) REFERENCES tenancy.organization | does not come first in foreign key mine_id_fkey
            """)
    void refusesAnotherShape(String columns, String reason) throws SQLException {
        try (var owner = access.connect(access.owner());
                var statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            statement.execute("CREATE SCHEMA scratch");
            statement.execute("CREATE TABLE scratch.mine (%s)".formatted(columns));

            assertThatThrownBy(() -> statement.execute("CALL tenancy.isolate('scratch.mine')"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining(reason);

            owner.rollback();
        }
    }
}
