package io.claribi.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.claribi.testing.Api;
import io.claribi.testing.Api.Answer;
import io.claribi.testing.MailTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

@MailTest
@TestPropertySource(
        properties = {
            "claribi.registration.mode=domains",
            "claribi.registration.domains=Ours.example.org, theirs.example.org"
        })
class DomainRegistrationTest {
    private final Api api;

    DomainRegistrationTest(@LocalServerPort int port) {
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

    private Answer register(String domain) {
        return api.post("/auth/register", """
                {"email":"p%s@%s","password":"%s","organizationName":"Acme"}
                """.formatted(UUID.randomUUID(), domain, Newcomer.PASSWORD));
    }
}
