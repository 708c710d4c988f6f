package io.claribi.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.claribi.tenancy.Database;
import io.claribi.testing.Api;
import io.claribi.testing.Api.Answer;
import io.claribi.testing.Inbox;
import io.claribi.testing.MailTest;
import io.claribi.testing.PostOffice;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

@MailTest
@TestPropertySource(
        properties = {
            "claribi.registration.mode=domains",
            "claribi.registration.domains=Ours.example.org, theirs.example.org"
        })
class DomainRegistrationTest {
    private final Database database;
    private final TransactionTemplate transaction;
    private final Api api;

    DomainRegistrationTest(Database database, TransactionTemplate transaction, @LocalServerPort int port) {
        this.database = database;
        this.transaction = transaction;
        this.api = Api.anonymous(port);
    }

    @Test
    void saysWhoCan() {
        assertThat(api.get("/auth/registration").expect(200).text())
                .isEqualTo("{\"mode\":\"domains\",\"domains\":[\"ours.example.org\",\"theirs.example.org\"]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ours.example.org", "OURS.example.org", "theirs.example.org"})
    void isOpenToAddressesOfThem(String domain) {
        Answer answer = register(domain).expect(201);

        assertThat(answer.json().path("verificationRequired").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "example.org",
                "sub.ours.example.org",
                "notours.example.org",
                "ours.example.org.example.com",
                "ours-example.org"
            })
    void isClosedToAllOthers(String domain) {
        Answer answer = register(domain);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("REGISTRATION_CLOSED");
        assertThat(answer.json().path("detail").asString()).contains("ours.example.org");
    }

    @Test
    void isJudgedAnewWhenTheAddressIsConfirmed() {
        String local = "p" + UUID.randomUUID();
        register(local, "ours.example.org").expect(201);
        String token =
                Inbox.token(PostOffice.inbox().await(local + "@ours.example.org", "Confirm your e-mail address"));
        // As if the domain had been on the operator's list until a moment ago.
        transaction.executeWithoutResult(
                status -> database.sql("""
                        UPDATE identity.pending_registration
                        SET email = :local || '@example.org'
                        WHERE email LIKE :local || '@%'
                        """).param("local", local).update());

        Answer answer = api.post("/auth/email/verify", "{\"token\":\"%s\"}".formatted(token));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("REGISTRATION_CLOSED");
    }

    private Answer register(String domain) {
        return register("p" + UUID.randomUUID(), domain);
    }

    private Answer register(String local, String domain) {
        return api.post("/auth/register", """
                {"email":"%s@%s","password":"%s","organizationName":"Acme"}
                """.formatted(local, domain, Newcomer.PASSWORD));
    }
}
