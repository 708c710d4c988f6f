package io.claribi.secrets;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * A text that nobody may see: a password, a token, a code, a key. It can be read from JSON and never be written; it has no
 * getter, prints nothing, and is opened only for as long as some work uses it. A record may hold one: comparing takes as
 * long whatever the texts have in common.
 */
@JsonDeserialize(using = SecretReader.class)
@JsonSerialize(using = SecretWriter.class)
public final class Secret {
    private final String text;

    private Secret(String text) {
        this.text = text;
    }

    /**
     * @throws IllegalArgumentException if UTF-8 can't hold the text: it has half of a surrogate pair
     */
    public static Secret of(String text) {
        if (!isUnicode(text)) {
            throw new IllegalArgumentException("Half of a character stands in a secret");
        }
        return new Secret(text);
    }

    /** Not by a stream: it is asked of the token of every request. */
    static boolean isUnicode(String text) {
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
                return false;
            }
            i += Character.charCount(point);
        }
        return true;
    }

    /** Does the work that needs the text. What comes of it must not be the text again, but where that is the point. */
    public <R extends @Nullable Object> R use(Function<? super String, ? extends R> work) {
        return work.apply(text);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Secret secret && MessageDigest.isEqual(bytes(), secret.bytes());
    }

    /** The same of all: a hash would tell of the text. */
    @Override
    public int hashCode() {
        return Secret.class.hashCode();
    }

    @Override
    public String toString() {
        return "Secret";
    }

    private byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
