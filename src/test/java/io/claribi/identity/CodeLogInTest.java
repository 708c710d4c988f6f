package io.claribi.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claribi.identity.Accounts.Entrant;
import io.claribi.kernel.AccountId;
import io.claribi.kernel.AppException;
import io.claribi.kernel.OrganizationId;
import io.claribi.tenancy.Database;
import io.claribi.testing.ServerTest;
import io.claribi.testing.TestOrganizations;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@ServerTest
class CodeLogInTest {
    private final CodeLogIn codes;
    private final AccountStore accounts;
    private final TestOrganizations organizations;
    private final Database database;

    CodeLogInTest(CodeLogIn codes, AccountStore accounts, TestOrganizations organizations, Database database) {
        this.codes = codes;
        this.accounts = accounts;
        this.organizations = organizations;
        this.database = database;
    }

    @Test
    void doesNotLetInByAPasswordThatWasEnoughAMomentAgo() {
        OrganizationId organization = organizations.anOrganization();
        var entrant = new Entrant(anAccount(organization), organization);
        check(entrant);

        organizations.run(
                organization,
                () -> database.sql("""
                        INSERT INTO identity.totp (account_id, begun_at, enabled_at, accepted_step)
                        VALUES (:account, now(), now(), 0)
                        """)
                        .param("account", entrant.account().id().value())
                        .update());

        assertThatThrownBy(() -> check(entrant))
                .isInstanceOfSatisfying(
                        AppException.class, e -> assertThat(e.code()).isEqualTo(IdentityError.MFA_TOKEN_INVALID));
        assertThatCode(() -> check(entrant.with("totp"))).doesNotThrowAnyException();
    }

    private void check(Entrant entrant) {
        organizations.run(entrant.organization(), () -> codes.checkStillEnough(entrant));
    }

    private Account anAccount(OrganizationId organization) {
        var account = new Account(
                AccountId.next(), new EmailAddress("a" + UUID.randomUUID() + "@example.org"), null, null, true);
        organizations.run(organization, () -> accounts.insert(account, "$argon2id$nobody"));
        return account;
    }
}
