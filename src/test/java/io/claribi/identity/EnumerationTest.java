package io.claribi.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.claribi.testing.Api;
import io.claribi.testing.Api.Answer;
import io.claribi.testing.MailTest;
import io.claribi.testing.PostOffice;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Nobody learns which addresses have an account: ASVS 5.0, V6.3.8. */
@MailTest
class EnumerationTest {
    private static final int TIMES = 40;

    private final Addresses addresses;
    private final Api api;

    EnumerationTest(Addresses addresses, @LocalServerPort int port) {
        this.addresses = addresses;
        this.api = Api.anonymous(port);
    }

    @Test
    void registersATakenAddressLikeAFreeOne() {
        List<String> taken = addresses.known(TIMES);
        Addresses.register(api, Addresses.unknown());

        Likeness.ofAnswers(
                TIMES, i -> Addresses.register(api, taken.get(i)), i -> Addresses.register(api, Addresses.unknown()));

        PostOffice.inbox().await(taken.getFirst(), "You already have an account");
        assertThat(PostOffice.inbox().mailsTo(taken.getFirst())).hasSize(1);
    }

    @Test
    void mailsALinkForANewPasswordToAnybodyAlike() {
        List<String> known = addresses.known(TIMES);
        forgot(Addresses.unknown());

        Likeness.ofAnswers(TIMES, i -> forgot(known.get(i)), i -> forgot(Addresses.unknown()));
    }

    @Test
    void sendsAConfirmationOnceMoreToAnybodyAlike() {
        List<String> waiting =
                IntStream.range(0, TIMES).mapToObj(i -> Addresses.unknown()).toList();
        waiting.forEach(email -> Addresses.register(api, email));

        Likeness.ofAnswers(TIMES, i -> resend(waiting.get(i)), i -> resend(Addresses.unknown()));
    }

    private Answer forgot(String email) {
        return api.post("/auth/password/forgot", "{\"email\":\"%s\"}".formatted(email));
    }

    private Answer resend(String email) {
        return api.post("/auth/email/resend", "{\"email\":\"%s\"}".formatted(email));
    }
}
