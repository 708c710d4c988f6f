package io.claribi.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claribi.kernel.OrganizationId;
import io.claribi.testing.ServerTest;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.NestedTransactionNotSupportedException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

@ServerTest
class OrganizationTransactionManagerTest {
    private final DatabaseAccess access;
    private final TestPool pool;
    private final Database database;
    private final OrganizationId acme = OrganizationId.next();
    private final OrganizationId globex = OrganizationId.next();

    OrganizationTransactionManagerTest(DatabaseAccess access) {
        this.access = access;
        this.pool = new TestPool(access, 2);
        this.database = pool.database();
    }

    @AfterEach
    void close() {
        assertThat(pool.connectionsInUse()).isZero();
        pool.close();
    }

    @Test
    void bindsTheScopesOrganization() {
        assertThat(OrganizationScope.call(acme, () -> inTransaction(this::bound)))
                .isEqualTo(acme.value());
    }

    @Test
    void bindsReadOnlyTransactionsToo() {
        var readOnly = pool.transaction();
        readOnly.setReadOnly(true);

        var seen = OrganizationScope.call(acme, () -> readOnly.execute(status -> bound()));

        assertThat(seen).isEqualTo(acme.value());
        assertThatThrownBy(() -> readOnly.executeWithoutResult(status ->
                        database.sql("DELETE FROM tenancy.organization").update()))
                .hasMessageContaining("read-only transaction");
    }

    @Test
    void letsWorkOfTheSameOrganizationJoin() {
        var seen = OrganizationScope.call(
                acme, () -> inTransaction(() -> OrganizationScope.call(acme, () -> inTransaction(this::bound))));

        assertThat(seen).isEqualTo(acme.value());
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                TransactionDefinition.PROPAGATION_REQUIRED,
                TransactionDefinition.PROPAGATION_SUPPORTS,
                TransactionDefinition.PROPAGATION_MANDATORY
            })
    void refusesToJoinWhatWasBegunForNoOrganization(int propagation) {
        var joining = new TransactionTemplate(pool.transactionManager());
        joining.setPropagationBehavior(propagation);

        assertThatThrownBy(() ->
                        inTransaction(() -> OrganizationScope.call(acme, () -> joining.execute(status -> "joined"))))
                .isInstanceOf(IllegalTransactionStateException.class)
                .hasMessage("This transaction was begun outside the organization's scope");
    }

    @Test
    void hasNoNestedTransactions() {
        var nested = pool.transaction();
        nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);

        assertThatThrownBy(() -> inTransaction(() -> nested.execute(status -> "nested")))
                .isInstanceOf(NestedTransactionNotSupportedException.class);
    }

    @Test
    void refusesToJoinWhatWasBegunForAnother() {
        var begun = OrganizationScope.call(
                acme, () -> pool.transactionManager().getTransaction(TransactionDefinition.withDefaults()));
        try {
            assertThatThrownBy(() -> OrganizationScope.call(globex, () -> inTransaction(this::bound)))
                    .isInstanceOf(IllegalTransactionStateException.class)
                    .hasMessage("This transaction belongs to another organization");
            assertThatThrownBy(() -> inTransaction(this::bound)).isInstanceOf(IllegalTransactionStateException.class);
        } finally {
            pool.transactionManager().rollback(begun);
        }
    }

    @Test
    void refusesAScopeWithinAnothers() {
        assertThatThrownBy(() -> OrganizationScope.call(acme, () -> OrganizationScope.call(globex, () -> "inside")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("This work is bound to another organization");
    }

    @Test
    void givesANewTransactionItsOwnOrganizationAndTheOldOneItsBack() {
        var apart = pool.transaction();
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);

        var seen = inTransaction(() -> {
            var inner = OrganizationScope.call(acme, () -> apart.execute(status -> bound()));
            assertThatThrownBy(() -> OrganizationScope.call(acme, () -> inTransaction(this::bound)))
                    .isInstanceOf(IllegalTransactionStateException.class);
            return inner;
        });

        assertThat(seen).isEqualTo(acme.value());
    }

    @Test
    void givesTheConnectionBackWhenBindingFails() throws Exception {
        ScratchSchema.execute(access, "REVOKE EXECUTE ON FUNCTION tenancy.bind_organization(uuid) FROM claribi_app");
        try {
            assertThatThrownBy(() -> OrganizationScope.call(acme, () -> inTransaction(this::bound)))
                    .isInstanceOf(DataAccessException.class)
                    .rootCause()
                    .hasMessageContaining("permission denied for function bind_organization");
        } finally {
            ScratchSchema.execute(access, "GRANT EXECUTE ON FUNCTION tenancy.bind_organization(uuid) TO claribi_app");
        }

        assertThat(OrganizationScope.call(acme, () -> inTransaction(this::bound)))
                .isEqualTo(acme.value());
    }

    @Test
    void hasNoConnectionOutsideATransaction() {
        assertThatThrownBy(() -> database.sql("SELECT 1"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("There is no connection outside a transaction");
        assertThatThrownBy(() -> pool.dataSource().getConnection())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("There is no connection outside a transaction");
    }

    private <R> R inTransaction(Supplier<R> work) {
        return pool.transaction().execute(status -> work.get());
    }

    private UUID bound() {
        return database.sql("SELECT tenancy.current_organization()")
                .query((row, number) -> row.getObject(1, UUID.class))
                .single();
    }
}
