package io.claribi.identity;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code claribi.identity.throttle.*}.
 *
 * @param failures so many in a row lock an account, for devices that it doesn't know
 * @param lock for so long
 * @param memory after so long without a failure all are forgotten, and a part of them accordingly sooner
 * @param addressFailures so many, on whatever accounts, lock a network address
 * @param addressMemory as {@code memory}, for an address
 * @param mails so many, asked for in an hour by who is not logged in, lock a network address for further ones
 */
@ConfigurationProperties("claribi.identity.throttle")
record ThrottleSettings(
        @DefaultValue("10") int failures,
        @DefaultValue("15m") Duration lock,
        @DefaultValue("24h") Duration memory,
        @DefaultValue("300") int addressFailures,
        @DefaultValue("1h") Duration addressMemory,
        @DefaultValue("100") int mails) {
    ThrottleSettings {
        // NIST SP 800-63B-4 §3.2.2 allows 100 in a row.
        refuseOutside(failures, 3, 100, "failures");
        refuseOutside(addressFailures, failures, 1_000_000, "address-failures");
        refuseOutside(mails, 5, 1_000_000, "mails");
        if (memory.compareTo(lock) < 0 || addressMemory.compareTo(lock) < 0) {
            throw new IllegalArgumentException(
                    "claribi.identity.throttle.memory and address-memory must not be shorter than lock");
        }
        if (lock.compareTo(Duration.ofMinutes(1)) < 0) {
            throw new IllegalArgumentException("claribi.identity.throttle.lock must be at least a minute");
        }
    }

    Leniency towardsSubject() {
        return new Leniency(3, 1, failures, lock, memory);
    }

    /** An office of a thousand people has one address: a third is free, and what slows down then does so gently. */
    Leniency towardsAddress() {
        return new Leniency(
                addressFailures / 3, Math.max(1, addressFailures / 12), addressFailures, lock, addressMemory);
    }

    Leniency towardsMails() {
        return new Leniency(mails, 1, mails, lock, Duration.ofHours(1));
    }

    /** The time after which no count is anything. */
    Duration longestMemory() {
        return memory.compareTo(addressMemory) > 0 ? memory : addressMemory;
    }

    private static void refuseOutside(int value, int least, int most, String name) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    "claribi.identity.throttle.%s must be from %d to %d".formatted(name, least, most));
        }
    }
}
