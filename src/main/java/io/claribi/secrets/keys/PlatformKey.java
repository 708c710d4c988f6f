package io.claribi.secrets.keys;

import io.claribi.secrets.fernet.Fernet;
import io.claribi.secrets.fernet.FernetKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A key that seals the organizations' data keys, and what belongs to accounts and to the server.
 *
 * @param id twelve hexadecimal digits of its hash, so that a wrong key never passes for the right one
 * @param name what the secrets manager calls it
 */
public record PlatformKey(String id, String name, FernetKey key) {
    private static final byte[] PURPOSE = "clariBI platform key\0".getBytes(StandardCharsets.US_ASCII);
    private static final int ID_BYTES = 6;

    public static PlatformKey of(String name, FernetKey key) {
        return new PlatformKey(id(key), name, key);
    }

    public static String id(FernetKey key) {
        byte[] secret = key.copy();
        try {
            MessageDigest hash = MessageDigest.getInstance("SHA-256");
            hash.update(PURPOSE);
            return HexFormat.of().formatHex(hash.digest(secret), 0, ID_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every Java platform", e);
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }

    public Fernet fernet() {
        return new Fernet(key);
    }

    @Override
    public String toString() {
        return id;
    }
}
