package io.claribi.secrets.fernet;

import static io.claribi.secrets.fernet.Fernet.BLOCK;
import static io.claribi.secrets.fernet.Fernet.CIPHERTEXT;
import static io.claribi.secrets.fernet.Fernet.IV;
import static io.claribi.secrets.fernet.Fernet.MAC;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import javax.crypto.BadPaddingException;
import javax.crypto.Cipher;
import javax.crypto.IllegalBlockSizeException;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import org.jspecify.annotations.Nullable;

/**
 * The JDK's AES and HMAC. Finding them costs three times as much as using them, so they are lent from a small store; not
 * from thread locals, which virtual threads would fill. Between two uses they know a key of zeros, not the last one.
 */
final class Engine {
    private static final BlockingQueue<Engine> IDLE =
            new ArrayBlockingQueue<>(2 * Runtime.getRuntime().availableProcessors());
    private static final FernetKey BLANK =
            FernetKey.of(new byte[FernetKey.BYTES]).orElseThrow();
    private static final byte[] BLANK_HEAD = new byte[CIPHERTEXT];

    private final Cipher cipher;
    private final Mac mac;

    private Engine() throws GeneralSecurityException {
        cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
        mac = Mac.getInstance("HmacSHA256");
    }

    /** Writes ciphertext and HMAC into a token that has everything before. */
    static void seal(FernetKey key, byte[] token, byte[] message) {
        with(engine -> {
            engine.take(key, Cipher.ENCRYPT_MODE, token);
            engine.cipher.doFinal(message, 0, message.length, token, CIPHERTEXT);
            engine.mac.update(token, 0, token.length - MAC);
            engine.mac.doFinal(token, token.length - MAC);
            return token;
        });
    }

    /** The message; null if the token is not the key's. Nothing is decrypted before that is known: no padding oracle. */
    static byte @Nullable [] open(FernetKey key, byte[] token) {
        return with(engine -> {
            engine.take(key, Cipher.DECRYPT_MODE, token);
            engine.mac.update(token, 0, token.length - MAC);
            byte[] expected = engine.mac.doFinal();
            byte[] found = Arrays.copyOfRange(token, token.length - MAC, token.length);
            return MessageDigest.isEqual(expected, found)
                    ? engine.cipher.doFinal(token, CIPHERTEXT, token.length - CIPHERTEXT - MAC)
                    : null;
        });
    }

    private static byte @Nullable [] with(Work work) {
        try {
            Engine idle = IDLE.poll();
            Engine engine = idle == null ? new Engine() : idle;
            try {
                return work.apply(engine);
            } finally {
                engine.take(BLANK, Cipher.ENCRYPT_MODE, BLANK_HEAD);
                IDLE.offer(engine);
            }
        } catch (BadPaddingException | IllegalBlockSizeException e) {
            return null;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES and HMAC-SHA256 are part of every Java platform", e);
        }
    }

    private void take(FernetKey key, int mode, byte[] head) throws GeneralSecurityException {
        FernetKey.Half encryption = key.encryption();
        FernetKey.Half signing = key.signing();
        try {
            cipher.init(mode, encryption, new IvParameterSpec(head, IV, BLOCK));
            mac.init(signing);
        } finally {
            encryption.destroy();
            signing.destroy();
        }
    }

    private interface Work {
        byte @Nullable [] apply(Engine engine) throws GeneralSecurityException;
    }
}
