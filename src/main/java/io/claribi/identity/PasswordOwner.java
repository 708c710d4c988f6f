package io.claribi.identity;

import java.util.Optional;

/** For whom a password is: what an attacker would try for them first. */
public record PasswordOwner(Optional<EmailAddress> email, Optional<String> organizationName) {
    static PasswordOwner of(EmailAddress email, String organizationName) {
        return new PasswordOwner(Optional.of(email), Optional.of(organizationName));
    }

    /** The same of what somebody types, who may not have come to the end of it. */
    public static PasswordOwner typed(Optional<String> email, Optional<String> organizationName) {
        return new PasswordOwner(email.flatMap(EmailAddress::read), organizationName);
    }
}
