package io.claribi.identity;

import io.claribi.kernel.StartRefused;
import io.claribi.tenancy.DataDirectory;
import io.claribi.tenancy.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * A key of the server's own in {@code keys/refresh.key} of the data directory, made at the first start. Nodes that share
 * a database share it, as they share the data directory.
 */
@Component
class ServerKey {
    private static final int BYTES = 32;

    private final SecretKeySpec key;

    ServerKey(DataDirectory data) {
        key = new SecretKeySpec(read(data.dataDir().resolve("keys")), "HmacSHA256");
    }

    byte[] hmac(byte[] message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA256 is part of every Java platform", e);
        }
    }

    private static byte[] read(Path folder) {
        Path file = folder.resolve("refresh.key");
        try {
            PrivateFiles.createFolders(folder);
            make(file);
            refuseReadableByOthers(folder);
            refuseReadableByOthers(file);
            byte[] key = Files.readAllBytes(file);
            if (key.length != BYTES) {
                throw new StartRefused(
                        "%s is not a key of %d bytes.".formatted(file, BYTES),
                        "Put the right file back, or remove it: then sessions go on, with a new key.");
            }
            return key;
        } catch (IOException e) {
            throw new UncheckedIOException("The server's key can't be read: " + file, e);
        }
    }

    /** Whole or not at all: a crash between two steps leaves no half of a key behind. */
    private static void make(Path file) throws IOException {
        if (Files.exists(file)) {
            return;
        }
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        Path draft = Files.createTempFile(file.getParent(), "refresh", ".draft", privately(file));
        try {
            Files.write(draft, key, StandardOpenOption.DSYNC);
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException e) {
            // Another node was quicker; its key is the key.
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static FileAttribute<?>[] privately(Path path) {
        return isPosix(path)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private static void refuseReadableByOthers(Path path) throws IOException {
        if (!isPosix(path)) {
            return;
        }
        Set<PosixFilePermission> granted = Files.getPosixFilePermissions(path);
        boolean open =
                granted.stream().anyMatch(permission -> !permission.name().startsWith("OWNER_"));
        if (open) {
            throw new StartRefused(
                    "%s may be used by others (%s).".formatted(path, PosixFilePermissions.toString(granted)),
                    "Take their rights away: chmod go= %s".formatted(path));
        }
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
