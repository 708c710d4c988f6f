package io.claribi.egress;

import io.claribi.kernel.AccountId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A mail to be sent: to whom and about what, not yet what it says.
 *
 * @param kind the {@link MailComposer}'s
 * @param recipient an address in ASCII
 * @param account whose doing it is, if anybody's
 * @param facts what the composer needs to know; kept for days, so never a secret
 */
public record MailOrder(
        String kind, String recipient, @Nullable AccountId account, Map<String, String> facts) {
    public MailOrder {
        if (!recipient.matches("[!-~&&[^@<>(),;:\"\\\\\\[\\]]]{1,64}@[A-Za-z0-9.-]{1,253}")) {
            throw new IllegalArgumentException("Not an address that mail can be sent to");
        }
        facts = Map.copyOf(facts);
    }

    /**
     * @throws IllegalArgumentException if there is no such fact
     */
    public String fact(String name) {
        String value = facts.get(name);
        if (value == null) {
            throw new IllegalArgumentException("A mail of kind %s lacks the fact %s".formatted(kind, name));
        }
        return value;
    }
}
