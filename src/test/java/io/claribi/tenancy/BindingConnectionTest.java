package io.claribi.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claribi.kernel.OrganizationId;
import io.claribi.testing.ServerTest;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

/** Whatever a transaction's first statement is, it is the organization's. */
@ServerTest
class BindingConnectionTest {
    private static final int MORE_THAN_THE_DRIVER_NEEDS_TO_KEEP_A_STATEMENT = 12;

    private final ScratchSchema scratch;
    private final TestPool pool;
    private final Database database;
    private final OrganizationWork work;
    private final OrganizationId acme = OrganizationId.next();

    BindingConnectionTest(DatabaseAccess access) throws SQLException {
        this.scratch = new ScratchSchema(access);
        this.pool = new TestPool(access, 1);
        this.database = pool.database();
        this.work = pool.work();
    }

    @AfterEach
    void close() throws SQLException {
        assertThat(pool.connectionsInUse()).isZero();
        pool.close();
        scratch.close();
    }

    @Test
    void bindsWithARead() {
        for (int i = 0; i < MORE_THAN_THE_DRIVER_NEEDS_TO_KEEP_A_STATEMENT; i++) {
            var organization = OrganizationId.next();

            assertThat(work.call(organization, () -> boundAnd("word " + organization.value())))
                    .isEqualTo(organization.value() + " word " + organization.value());
        }
    }

    @Test
    void bindsWithAReadOfNothing() {
        assertThat(work.call(acme, () -> boundAnd(null))).isNull();
    }

    @Test
    void bindsBeforeAChange() {
        work.run(acme, () -> insert("first"));
        work.run(
                acme,
                () -> assertThat(database.sql("UPDATE scratch.note SET word = 'changed'")
                                .update())
                        .isOne());

        assertThat(work.call(acme, this::word)).isEqualTo("changed");
    }

    @Test
    void bindsBeforeAReadThatBeginsOtherwise() {
        var seen = work.call(
                acme,
                () -> database.sql("WITH one AS (SELECT tenancy.current_organization() AS id) SELECT id FROM one")
                        .query(UUID.class)
                        .single());

        assertThat(seen).isEqualTo(acme.value());
    }

    @Test
    void bindsOnceForAllStatementsOfATransaction() {
        work.run(acme, () -> {
            assertThat(bound()).isEqualTo(acme.value());
            insert("then");
            assertThat(word()).isEqualTo("then");
        });
    }

    @Test
    void letsAReadGoOnWhileItsRowsAreRead() {
        var seen = work.call(
                acme,
                () -> database.sql("SELECT generate_series(1, 3)")
                        .query((row, number) -> bound())
                        .list());

        assertThat(seen).hasSize(3).containsOnly(acme.value());
    }

    @Test
    void bindsWithTheSecondStatementIfTheFirstWasNeverSent() {
        work.run(acme, () -> {
            assertThatThrownBy(() -> database.sql("SELECT :unknown")
                            .param("unknown", new Object())
                            .query()
                            .singleValue())
                    .isInstanceOf(DataAccessException.class);

            assertThat(bound()).isEqualTo(acme.value());
        });
    }

    @Test
    void isNothingsAgainAfterAFirstReadThatFailed() {
        assertThatThrownBy(() -> work.call(
                        acme, () -> database.sql("SELECT 1 / 0").query().singleValue()))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("division by zero");

        assertThatThrownBy(() -> pool.transaction().executeWithoutResult(status -> bound()))
                .rootCause()
                .hasMessageContaining("no organization is bound");
        assertThat(work.call(acme, this::bound)).isEqualTo(acme.value());
    }

    private @Nullable String boundAnd(@Nullable String word) {
        return database.sql("SELECT tenancy.current_organization() || ' ' || CAST(:word AS text)")
                .param("word", word)
                .query((row, number) -> row.getString(1))
                .list()
                .getFirst();
    }

    private UUID bound() {
        return database.sql("SELECT tenancy.current_organization()")
                .query(UUID.class)
                .single();
    }

    private void insert(String word) {
        database.sql("INSERT INTO scratch.note (word) VALUES (:word)")
                .param("word", word)
                .update();
    }

    private String word() {
        return database.sql("SELECT word FROM scratch.note").query(String.class).single();
    }
}
