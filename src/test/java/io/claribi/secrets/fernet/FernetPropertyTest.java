package io.claribi.secrets.fernet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

class FernetPropertyTest {
    private static final Instant NOW = Instant.ofEpochSecond(1_700_000_000);

    private final Fernet fernet = new Fernet(FernetKey.random());

    @Property(tries = 500)
    void opensWhatItSealed(@ForAll @Size(max = 300) byte[] message) throws InvalidToken {
        String token = fernet.seal(message, NOW);

        assertThat(fernet.open(token)).isEqualTo(message);
        assertThat(fernet.open(token, Duration.ZERO, NOW)).isEqualTo(message);
    }

    @Property(tries = 100)
    void sealsTheSameMessageEachTimeInAnotherWay(@ForAll @Size(max = 50) byte[] message) {
        assertThat(fernet.seal(message, NOW)).isNotEqualTo(fernet.seal(message, NOW));
    }

    @Property(tries = 1000)
    void refusesATokenWithAnyBitFlipped(@ForAll @Size(max = 100) byte[] message, @ForAll @IntRange(min = 0) int bit) {
        byte[] token = Base64.getUrlDecoder().decode(fernet.seal(message, NOW));
        token[bit / 8 % token.length] ^= (byte) (1 << bit % 8);

        assertRefused(Base64.getUrlEncoder().encodeToString(token));
    }

    @Property(tries = 500)
    void refusesATokenCutShort(@ForAll @Size(max = 100) byte[] message, @ForAll @IntRange(min = 0) int cut) {
        String token = fernet.seal(message, NOW);

        assertRefused(token.substring(0, cut % token.length()));
        assertRefused(token.substring(1 + cut % token.length()));
    }

    @Property(tries = 500)
    void refusesAnyOtherSpellingOfTheSameBytes(@ForAll @Size(max = 40) byte[] message, @ForAll char other) {
        String token = fernet.seal(message, NOW);
        int last = token.replace("=", "").length() - 1;

        assertRefused(token.replace("=", ""), token);
        assertRefused(token + "=", token);
        assertRefused(" " + token, token);
        assertRefused(token + "\n", token);
        assertRefused(token.substring(0, last) + other + token.substring(last + 1), token);
    }

    @Property(tries = 500)
    void refusesAnyText(@ForAll @StringLength(max = 200) String text) {
        assertRefused(text);
    }

    @Property(tries = 100)
    void refusesATokenOfAnotherKey(@ForAll @Size(max = 50) byte[] message) {
        assertRefused(new Fernet(FernetKey.random()).seal(message, NOW));
    }

    private void assertRefused(String token, String unless) {
        if (!token.equals(unless)) {
            assertRefused(token);
        }
    }

    private void assertRefused(String token) {
        assertThatThrownBy(() -> fernet.open(token))
                .isInstanceOf(InvalidToken.class)
                .hasMessage("This is not a token of this key")
                .hasNoCause();
    }
}
