package io.claribi.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claribi.kernel.AccountId;
import io.claribi.kernel.AppException;
import io.claribi.kernel.OrganizationId;
import io.claribi.tenancy.Database;
import io.claribi.testing.ServerTest;
import io.claribi.testing.TestOrganizations;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/** Sealed in the database, open in the right place alone. */
@ServerTest
class SealedSecretsTest {
    private final OrganizationSecrets organizationSecrets;
    private final AccountSecrets accountSecrets;
    private final ServerSecrets serverSecrets;
    private final TestOrganizations organizations;
    private final TransactionTemplate transaction;
    private final Database database;

    SealedSecretsTest(
            OrganizationSecrets organizationSecrets,
            AccountSecrets accountSecrets,
            ServerSecrets serverSecrets,
            TestOrganizations organizations,
            TransactionTemplate transaction,
            Database database) {
        this.organizationSecrets = organizationSecrets;
        this.accountSecrets = accountSecrets;
        this.serverSecrets = serverSecrets;
        this.organizations = organizations;
        this.transaction = transaction;
        this.database = database;
    }

    @Test
    void opensWhatWasPut() {
        OrganizationId acme = organizations.anOrganization();
        UUID source = UUID.randomUUID();
        AccountId ann = AccountId.next();

        organizations.run(acme, () -> organizationSecrets.put(source, "password", Secret.of("first")));
        organizations.run(acme, () -> organizationSecrets.put(source, "password", Secret.of("p4ss 🔑")));
        transaction.executeWithoutResult(status -> accountSecrets.put(ann, "totp", Secret.of("seed")));

        assertThat(organizations.call(acme, () -> organizationSecrets.open(source, "password")))
                .contains(Secret.of("p4ss 🔑"));
        assertThat(inTransaction(() -> accountSecrets.open(ann, "totp"))).contains(Secret.of("seed"));
        assertThat(inTransaction(() -> accountSecrets.open(AccountId.next(), "totp")))
                .isEmpty();
    }

    @Test
    void keepsNothingOfThemInTheDatabase() {
        OrganizationId acme = organizations.anOrganization();
        UUID source = UUID.randomUUID();

        organizations.run(acme, () -> organizationSecrets.put(source, "password", Secret.of("hunter2")));

        assertThat(organizations.call(
                        acme,
                        () -> database.sql("SELECT sealed FROM secrets.organization_secret")
                                .query(String.class)
                                .list()))
                .singleElement()
                .asString()
                .matches("[0-9a-f-]{36}\\.gAAAA[A-Za-z0-9_-]+={0,2}");
    }

    @Test
    void hidesThoseOfAnotherOrganization() {
        UUID source = UUID.randomUUID();
        organizations.run(
                organizations.anOrganization(), () -> organizationSecrets.put(source, "password", Secret.of("a")));

        assertThat(organizations.call(
                        organizations.anOrganization(), () -> organizationSecrets.open(source, "password")))
                .isEmpty();
    }

    @Test
    void opensNoSecretOfAnotherRecord() {
        OrganizationId acme = organizations.anOrganization();
        UUID ours = UUID.randomUUID();
        UUID theirs = UUID.randomUUID();
        organizations.run(acme, () -> {
            organizationSecrets.put(ours, "password", Secret.of("ours"));
            organizationSecrets.put(theirs, "password", Secret.of("theirs"));
        });

        organizations.run(acme, () -> database.sql("""
                        UPDATE secrets.organization_secret mine
                        SET sealed = other.sealed
                        FROM secrets.organization_secret other
                        WHERE mine.record_id <> other.record_id
                        """).update());

        assertUnreadable(() -> organizations.call(acme, () -> organizationSecrets.open(ours, "password")));
        assertUnreadable(() -> organizations.call(acme, () -> organizationSecrets.open(theirs, "password")));
    }

    @Test
    void opensNoSecretOfAnotherField() {
        AccountId ann = AccountId.next();
        transaction.executeWithoutResult(status -> {
            accountSecrets.put(ann, "totp", Secret.of("seed"));
            accountSecrets.put(ann, "other", Secret.of("other"));
            database.sql("""
                            UPDATE secrets.account_secret
                            SET sealed = (SELECT sealed FROM secrets.account_secret
                                          WHERE account_id = :account AND field = 'other')
                            WHERE account_id = :account AND field = 'totp'
                            """).param("account", ann.value()).update();
        });

        assertUnreadable(() -> inTransaction(() -> accountSecrets.open(ann, "totp")));
    }

    @Test
    void opensNoSecretOfAnotherAccount() {
        AccountId ann = AccountId.next();
        AccountId bob = AccountId.next();
        transaction.executeWithoutResult(status -> {
            accountSecrets.put(ann, "totp", Secret.of("ann's"));
            accountSecrets.put(bob, "totp", Secret.of("bob's"));
            database.sql("""
                            UPDATE secrets.account_secret
                            SET sealed = (SELECT sealed FROM secrets.account_secret WHERE account_id = :bob)
                            WHERE account_id = :ann
                            """)
                    .param("ann", ann.value())
                    .param("bob", bob.value())
                    .update();
        });

        assertUnreadable(() -> inTransaction(() -> accountSecrets.open(ann, "totp")));
    }

    @Test
    void opensNothingByAnotherOrganizationsDataKey() {
        UUID source = UUID.randomUUID();
        OrganizationId acme = organizations.anOrganization();
        OrganizationId evil = organizations.anOrganization();
        organizations.run(acme, () -> organizationSecrets.put(source, "password", Secret.of("acme's")));
        Row stolen = organizations.call(
                acme,
                () -> database.sql("""
                        SELECT k.id, k.sealed, s.sealed AS secret
                        FROM secrets.data_key k, secrets.organization_secret s
                        """)
                        .query((row, number) -> new Row(
                                row.getObject("id", UUID.class), row.getString("sealed"), row.getString("secret")))
                        .single());

        organizations.run(evil, () -> {
            database.sql("INSERT INTO secrets.data_key (id, sealed, current) VALUES (:id, :sealed, true)")
                    .param("id", stolen.id())
                    .param("sealed", stolen.sealed())
                    .update();
            database.sql("""
                            INSERT INTO secrets.organization_secret (record_id, field, sealed)
                            VALUES (:record, 'password', :sealed)
                            """)
                    .param("record", source)
                    .param("sealed", stolen.secret())
                    .update();
        });

        assertUnreadable(() -> organizations.call(evil, () -> organizationSecrets.open(source, "password")));
    }

    @Test
    void deletesAllOfARecord() {
        OrganizationId acme = organizations.anOrganization();
        UUID source = UUID.randomUUID();
        organizations.run(acme, () -> {
            organizationSecrets.put(source, "username", Secret.of("a"));
            organizationSecrets.put(source, "password", Secret.of("b"));
        });

        organizations.run(acme, () -> organizationSecrets.delete(source));

        assertThat(organizations.<Optional<Secret>>call(acme, () -> organizationSecrets.open(source, "username")))
                .isEmpty();
        assertThat(organizations.<Optional<Secret>>call(acme, () -> organizationSecrets.open(source, "password")))
                .isEmpty();
    }

    @Test
    void goesWithTheOrganization() {
        OrganizationId acme = organizations.anOrganization();
        organizations.run(acme, () -> organizationSecrets.put(UUID.randomUUID(), "password", Secret.of("a")));
        assertThat(keysOf(acme)).isOne();

        organizations.run(
                acme, () -> database.sql("DELETE FROM tenancy.organization").update());

        assertThat(keysOf(acme)).isZero();
        assertThat(organizations.<Long>call(
                        acme, () -> database.sql("""
                        SELECT (SELECT count(*) FROM secrets.data_key)
                             + (SELECT count(*) FROM secrets.organization_secret)
                        """).query(Long.class).single()))
                .isZero();
    }

    @Test
    void makesTheServersSecretOnce() {
        String name = "test/" + UUID.randomUUID();

        Secret first = inTransaction(() -> serverSecrets.get(name, () -> Secret.of("made first")));
        Secret second = inTransaction(() -> serverSecrets.get(name, () -> Secret.of("made second")));

        assertThat(first).isEqualTo(Secret.of("made first")).isEqualTo(second);
    }

    @Test
    void letsNothingIntoTheTablesThatIsNotSealed() {
        assertThatThrownBy(() -> transaction.executeWithoutResult(
                        status -> database.sql("""
                        INSERT INTO secrets.account_secret (account_id, field, sealed)
                        VALUES (gen_random_uuid(), 'totp', 'hunter2')
                        """).update()))
                .hasMessageContaining("account_secret_sealed_check");
    }

    private long keysOf(OrganizationId organization) {
        return inTransaction(() -> database.sql("""
                        SELECT count(*)
                        FROM secrets.organization_key
                        WHERE organization_id = :organization
                        """)
                .param("organization", organization.value())
                .query(Long.class)
                .single());
    }

    private static void assertUnreadable(Supplier<?> opening) {
        assertThatThrownBy(opening::get)
                .isInstanceOfSatisfying(
                        AppException.class, e -> assertThat(e.code()).isEqualTo(SecretsError.SECRET_UNREADABLE));
    }

    private <T> T inTransaction(Supplier<T> work) {
        return transaction.execute(status -> work.get());
    }

    record Row(UUID id, String sealed, String secret) {}
}
