package io.claribi.identity;

import io.claribi.kernel.AccountId;
import io.claribi.testing.Api;
import io.claribi.testing.Api.Answer;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Addresses that have an account, made without the trouble of a registration, and addresses that have none. */
@Component
public class Addresses {
    private static final String HASH_OF_NO_PASSWORD =
            "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$EEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEE";

    private final AccountStore store;

    Addresses(AccountStore store) {
        this.store = store;
    }

    @Transactional
    public List<String> known(int number) {
        List<String> known = IntStream.range(0, number).mapToObj(i -> unknown()).toList();
        known.forEach(email -> store.insert(
                new Account(AccountId.next(), new EmailAddress(email), null, null, true), HASH_OF_NO_PASSWORD));
        return known;
    }

    static String unknown() {
        return "s" + UUID.randomUUID() + "@example.org";
    }

    static Answer register(Api api, String email) {
        return api.post("/auth/register", """
                {"email":"%s","password":"%s","organizationName":"Acme"}
                """.formatted(email, Newcomer.PASSWORD));
    }
}
