package io.claribi.identity;

import io.claribi.secrets.Secret;
import io.claribi.secrets.ServerSecrets;
import io.claribi.tenancy.DataDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** A key of the server's own, the same on all nodes: made at the first start and kept sealed. */
@Component
class ServerKey implements SmartInitializingSingleton {
    private static final Logger log = LoggerFactory.getLogger(ServerKey.class);
    private static final String NAME = "refresh_key";
    private static final int BYTES = 32;

    private final ServerSecrets secrets;
    private final TransactionTemplate transaction;
    private final Path oldFile;
    private volatile @Nullable SecretKeySpec key;

    ServerKey(ServerSecrets secrets, TransactionTemplate transaction, DataDirectory data) {
        this.secrets = secrets;
        this.transaction = transaction;
        this.oldFile = data.dataDir().resolve("keys/refresh.key");
    }

    /** Before the first request. */
    @Override
    public void afterSingletonsInstantiated() {
        Secret secret = transaction.execute(status -> secrets.get(NAME, this::first));
        key = secret.use(text -> new SecretKeySpec(Base64.getDecoder().decode(text), "HmacSHA256"));
        forgetOldFile();
    }

    byte[] hmac(byte[] message) {
        SecretKeySpec made = key;
        if (made == null) {
            throw new IllegalStateException("The server has not started yet");
        }
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(made);
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA256 is part of every Java platform", e);
        }
    }

    /** Older versions kept it in a file; with that key, refreshes under way go on. */
    private Secret first() {
        byte[] bytes = new byte[BYTES];
        try {
            if (Files.exists(oldFile) && Files.size(oldFile) == BYTES) {
                bytes = Files.readAllBytes(oldFile);
            } else {
                new SecureRandom().nextBytes(bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Secret.of(Base64.getEncoder().encodeToString(bytes));
    }

    private void forgetOldFile() {
        try {
            if (Files.deleteIfExists(oldFile)) {
                log.info("Took {} over into the sealed secrets", oldFile);
            }
        } catch (IOException e) {
            log.warn("{} is kept sealed now and can be deleted", oldFile, e);
        }
    }
}
