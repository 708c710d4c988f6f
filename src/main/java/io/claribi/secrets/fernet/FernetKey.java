package io.claribi.secrets.fernet;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.SecretKey;

/** A Fernet key: 128 bits that sign and 128 that encrypt. Closing it wipes them. */
public final class FernetKey implements AutoCloseable {
    static final int BYTES = 32;

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int HALF = BYTES / 2;

    private final byte[] bytes;
    private boolean closed;

    private FernetKey(byte[] bytes) {
        this.bytes = bytes;
    }

    public static FernetKey random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new FernetKey(bytes);
    }

    /** A key from its bytes, which become the key's own; empty if they are not 32. */
    public static Optional<FernetKey> of(byte[] bytes) {
        return bytes.length == BYTES ? Optional.of(new FernetKey(bytes)) : Optional.empty();
    }

    /** A key as the specification writes it: 44 characters of base64url. Empty if the text is none. */
    public static Optional<FernetKey> read(String text) {
        try {
            return of(StrictBase64.decode(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** As the specification writes it. */
    public String text() {
        return Base64.getUrlEncoder().encodeToString(open());
    }

    /** A copy, for whoever seals the key under another one and wipes the copy then. */
    public byte[] copy() {
        return open().clone();
    }

    Half signing() {
        return new Half("HmacSHA256", Arrays.copyOf(open(), HALF));
    }

    Half encryption() {
        return new Half("AES", Arrays.copyOfRange(open(), HALF, BYTES));
    }

    /** A wiped key must not seal: everybody knows zeros. */
    private byte[] open() {
        if (closed) {
            throw new IllegalStateException("This key has been wiped");
        }
        return bytes;
    }

    @Override
    public void close() {
        closed = true;
        Arrays.fill(bytes, (byte) 0);
    }

    @Override
    public String toString() {
        return "FernetKey";
    }

    /** Unlike the JDK's SecretKeySpec it can be destroyed. Ciphers wipe the copies that they ask for. */
    static final class Half implements SecretKey {
        private final String algorithm;
        private final transient byte[] bytes;

        Half(String algorithm, byte[] bytes) {
            this.algorithm = algorithm;
            this.bytes = bytes;
        }

        @Override
        public String getAlgorithm() {
            return algorithm;
        }

        @Override
        public String getFormat() {
            return "RAW";
        }

        @Override
        public byte[] getEncoded() {
            return bytes.clone();
        }

        @Override
        public void destroy() {
            Arrays.fill(bytes, (byte) 0);
        }
    }
}
