package io.claribi.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.claribi.kernel.AccountId;
import io.claribi.testing.Api;
import io.claribi.testing.Api.Answer;
import io.claribi.testing.MailTest;
import io.claribi.testing.PostOffice;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

/** Nobody learns which addresses have an account: ASVS 5.0, V6.3.8. */
@MailTest
class EnumerationTest {
    private static final int TIMES = 40;

    private final AccountStore store;
    private final TransactionTemplate transaction;
    private final Api api;

    EnumerationTest(AccountStore store, TransactionTemplate transaction, @LocalServerPort int port) {
        this.store = store;
        this.transaction = transaction;
        this.api = Api.anonymous(port);
    }

    @Test
    void registersATakenAddressLikeAFreeOne() {
        List<String> taken = accounts(TIMES);
        register(stranger());

        Likeness.ofAnswers(TIMES, i -> register(taken.get(i)), i -> register(stranger()));

        PostOffice.inbox().await(taken.getFirst(), "You already have an account");
        assertThat(PostOffice.inbox().mailsTo(taken.getFirst())).hasSize(1);
    }

    @Test
    void mailsALinkForANewPasswordToAnybodyAlike() {
        List<String> known = accounts(TIMES);
        forgot(stranger());

        Likeness.ofAnswers(TIMES, i -> forgot(known.get(i)), i -> forgot(stranger()));
    }

    @Test
    void sendsAConfirmationOnceMoreToAnybodyAlike() {
        List<String> waiting =
                IntStream.range(0, TIMES).mapToObj(i -> stranger()).toList();
        waiting.forEach(this::register);

        Likeness.ofAnswers(TIMES, i -> resend(waiting.get(i)), i -> resend(stranger()));
    }

    private Answer forgot(String email) {
        return api.post("/auth/password/forgot", "{\"email\":\"%s\"}".formatted(email));
    }

    private Answer resend(String email) {
        return api.post("/auth/email/resend", "{\"email\":\"%s\"}".formatted(email));
    }

    /** Accounts without the trouble of a registration. */
    private List<String> accounts(int number) {
        return transaction.execute(status -> IntStream.range(0, number)
                .mapToObj(i -> "k" + UUID.randomUUID() + "@example.org")
                .peek(
                        email -> store.insert(
                                new Account(AccountId.next(), new EmailAddress(email), null, null, true),
                                "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$EEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEE"))
                .toList());
    }

    private static String stranger() {
        return "s" + UUID.randomUUID() + "@example.org";
    }

    private Answer register(String email) {
        return api.post("/auth/register", """
                {"email":"%s","password":"%s","organizationName":"Acme"}
                """.formatted(email, Newcomer.PASSWORD));
    }
}
