package io.claribi.identity;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * {@code claribi.identity.argon2.*}: what hashing a password costs, whoever guesses it. A password whose hash costs less is
 * hashed anew when it is next used.
 *
 * @param memory of one hash
 * @param passes over that memory
 */
@ConfigurationProperties("claribi.identity.argon2")
record Argon2Settings(
        @DefaultValue("19MB") DataSize memory,
        @DefaultValue("2") int passes) {
    /** The least memory for one pass, two, three …, in MiB: OWASP's parameters of equal strength. */
    private static final List<Integer> LEAST_MEMORY = List.of(46, 19, 12, 9, 7);

    Argon2Settings {
        if (passes < 1 || passes > 20) {
            throw new IllegalArgumentException("claribi.identity.argon2.passes must be from 1 to 20");
        }
        int least = LEAST_MEMORY.get(Math.min(passes, LEAST_MEMORY.size()) - 1);
        if (memory.toMegabytes() < least || memory.toMegabytes() > 1024) {
            throw new IllegalArgumentException(
                    "claribi.identity.argon2.memory must be from %dMB to 1024MB with %d passes"
                            .formatted(least, passes));
        }
    }

    int kibibytes() {
        return Math.toIntExact(memory.toKilobytes());
    }
}
