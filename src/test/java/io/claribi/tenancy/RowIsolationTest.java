package io.claribi.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claribi.kernel.OrganizationId;
import io.claribi.testing.ServerTest;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;

/** What organizations see of each other: nothing, whatever the SQL says. */
@ServerTest
class RowIsolationTest {
    private static final int ALTERNATIONS = 10_000;

    private final DatabaseAccess access;
    private final ScratchSchema scratch;
    private final TestPool pool;
    private final Database database;
    private final OrganizationWork work;
    private final OrganizationId acme = OrganizationId.next();
    private final OrganizationId globex = OrganizationId.next();

    RowIsolationTest(DatabaseAccess access) throws SQLException {
        this.access = access;
        this.scratch = new ScratchSchema(access);
        this.pool = new TestPool(access, 1);
        this.database = pool.database();
        this.work = pool.work();
    }

    @AfterEach
    void close() throws SQLException {
        pool.close();
        scratch.close();
    }

    @Test
    void showsEachOfTwoOrganizationsOnOneConnectionItsOwnRows() {
        work.run(acme, () -> insert("acme"));
        work.run(globex, () -> insert("globex"));

        for (int i = 0; i < ALTERNATIONS; i += 2) {
            assertThat(work.call(acme, this::words)).containsExactly("acme");
            assertThat(work.call(globex, this::words)).containsExactly("globex");
        }
    }

    @Test
    void raisesWhenNoOrganizationIsBound() {
        work.run(acme, () -> insert("acme"));

        assertUnbound(this::words);
        assertUnbound(() -> insert("nobody's"));
    }

    private void assertUnbound(Runnable unbound) {
        assertThatThrownBy(() -> pool.transaction().executeWithoutResult(status -> unbound.run()))
                .rootCause()
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("CB001"))
                .hasMessageContaining("no organization is bound to this transaction");
    }

    @Test
    void changesAndDeletesNoRowOfAnother() {
        work.run(acme, () -> insert("acme"));

        work.run(globex, () -> {
            assertThat(database.sql("UPDATE scratch.note SET word = 'taken'").update())
                    .isZero();
            assertThat(database.sql("DELETE FROM scratch.note").update()).isZero();
        });

        assertThat(work.call(acme, this::words)).containsExactly("acme");
    }

    @Test
    void writesNoRowInTheNameOfAnother() {
        work.run(acme, () -> insert("acme"));

        assertThatThrownBy(() -> work.run(
                        globex,
                        () -> database.sql(
                                        "INSERT INTO scratch.note (organization_id, word) VALUES (:organization, 'forged')")
                                .param("organization", acme.value())
                                .update()))
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining("row-level security");
        assertThatThrownBy(() -> work.run(
                        acme,
                        () -> database.sql("UPDATE scratch.note SET organization_id = :other")
                                .param("other", globex.value())
                                .update()))
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining("row-level security");
    }

    @Test
    void tellsNothingOfAnothersNamesByAClash() {
        work.run(acme, () -> insert("secret project"));

        work.run(globex, () -> insert("secret project"));

        assertThat(work.call(globex, this::words)).containsExactly("secret project");
        assertThatThrownBy(() -> work.run(globex, () -> insert("secret project")))
                .isInstanceOf(DuplicateKeyException.class)
                .hasMessageNotContaining(acme.value().toString());
    }

    @Test
    void bindsOnceATransaction() {
        for (var organization : List.of(acme, globex)) {
            assertThatThrownBy(() -> work.run(acme, () -> bind(organization)))
                    .rootCause()
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("CB002"))
                    .hasMessageContaining("an organization is bound to this transaction already");
        }
    }

    @Test
    void forgetsTheOrganizationWithTheTransaction() {
        work.run(acme, () -> insert("acme"));
        assertUnbound(this::words);
        assertThatThrownBy(() -> work.run(globex, () -> {
                    throw new IllegalStateException("rolled back");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertUnbound(this::words);
    }

    @Test
    void keepsTheSettingOutOfTheReachOfASelect() {
        assertThatThrownBy(() -> work.run(
                        acme,
                        () -> database.sql("SELECT set_config('claribi.organization', :other, true)")
                                .param("other", globex.value().toString())
                                .query()
                                .listOfRows()))
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining("permission denied for function set_config");
    }

    @Test
    void bindsTheOwnerOfTheTablesToo() throws SQLException {
        work.run(acme, () -> insert("acme"));

        try (var owner = access.connect(access.owner());
                var statement = owner.createStatement()) {
            assertThatThrownBy(() -> statement.executeQuery("SELECT word FROM scratch.note"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("no organization is bound");
        }
    }

    @Test
    void asksForTheOrganizationOnceAStatementAndReadsByTheKey() {
        var plan = work.call(acme, () -> {
            database.sql("SET LOCAL enable_seqscan = off").update();
            return database.sql("EXPLAIN SELECT word FROM scratch.note WHERE id = 1")
                    .query((row, number) -> row.getString(1))
                    .list();
        });

        assertThat(String.join("\n", plan))
                .contains("InitPlan")
                .contains("Index Cond: ((organization_id = (InitPlan 1).col1) AND (id = 1))")
                .doesNotContain("Filter");
    }

    private void insert(String word) {
        database.sql("INSERT INTO scratch.note (word) VALUES (:word)")
                .param("word", word)
                .update();
    }

    private void bind(OrganizationId organization) {
        database.sql("SELECT tenancy.bind_organization(:organization)")
                .param("organization", organization.value())
                .query()
                .listOfRows();
    }

    private List<String> words() {
        return database.sql("SELECT word FROM scratch.note")
                .query((row, number) -> row.getString(1))
                .list();
    }
}
