package io.claribi.access;

import io.claribi.identity.Account;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What somebody is called where they gave no name as well. */
public final class PersonName {
    private PersonName() {}

    /** First and last name, or the address. */
    public static String of(Account account) {
        String name = Stream.of(account.firstName(), account.lastName())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
        return name.isEmpty() ? account.email().value() : name;
    }
}
