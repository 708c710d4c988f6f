package io.claribi.identity.mail;

import io.claribi.identity.EmailAddress;
import java.time.Duration;
import java.util.UUID;

/**
 * That somebody reads the mail of an address. There is one at a time for a purpose and a subject.
 *
 * @param subject the account, or of a registration the one that it will make
 */
public record MailedProof(UUID id, Purpose purpose, UUID subject, EmailAddress email) {

    /** What it is good for. */
    public enum Purpose {
        /** To finish a registration. */
        REGISTRATION(Duration.ofMinutes(10)),
        /** To make an address an account's, or to confirm that it is. */
        ADDRESS(Duration.ofMinutes(10)),
        /** To set a new password. */
        PASSWORD_RESET(Duration.ofHours(1));

        private final Duration life;

        Purpose(Duration life) {
            this.life = life;
        }

        Duration life() {
            return life;
        }

        String wireName() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        static Purpose ofWireName(String name) {
            return valueOf(name.toUpperCase(java.util.Locale.ROOT));
        }
    }
}
