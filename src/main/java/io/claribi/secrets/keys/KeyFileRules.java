package io.claribi.secrets.keys;

import com.sun.security.auth.module.UnixSystem;
import io.claribi.kernel.StartRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.function.IntSupplier;

/**
 * Who may reach a key file. Nobody but the server's own account and root; a group may read one that root handed over,
 * because that is how Kubernetes (fsGroup) and systemd (an ACL, which shows as the group's rights) give it to an account
 * that does not own it. Links are followed: mounts are made of them. Where there is no POSIX, the folder's ACL decides.
 */
public final class KeyFileRules {
    private static final int ROOT = 0;

    private final IntSupplier self;

    /**
     * @param self the uid of the server's account; asked for where there is POSIX only
     */
    KeyFileRules(IntSupplier self) {
        this.self = self;
    }

    public static KeyFileRules ofThisAccount() {
        return new KeyFileRules(() -> (int) new UnixSystem().getUid());
    }

    public void checkFile(Path file) throws IOException {
        if (!isPosix(file)) {
            return;
        }
        Set<PosixFilePermission> rights = Files.getPosixFilePermissions(file);
        int owner = (int) Files.getAttribute(file, "unix:uid");
        if (owner != ROOT && owner != self.getAsInt()) {
            throw new StartRefused(
                    "%s belongs to another account.".formatted(file),
                    "Take it over: chown it to the server's account.");
        }
        boolean handedOver = owner != self.getAsInt();
        boolean open = rights.stream().anyMatch(right -> switch (right) {
            case OWNER_READ, OWNER_WRITE, OWNER_EXECUTE -> false;
            case GROUP_READ -> !handedOver;
            case GROUP_WRITE, GROUP_EXECUTE, OTHERS_READ, OTHERS_WRITE, OTHERS_EXECUTE -> true;
        });
        if (open) {
            throw new StartRefused(
                    "%s may be used by others (%s).".formatted(file, PosixFilePermissions.toString(rights)),
                    "Take their rights away: chmod go= %s, or mode 0400 where it is mounted.".formatted(file));
        }
    }

    /** Names in the folder are no secret, but who can write there can slip a key in. Mounts are often open and read-only. */
    void checkFolder(Path folder) throws IOException {
        if (!isPosix(folder) || Files.getFileStore(folder).isReadOnly()) {
            return;
        }
        Set<PosixFilePermission> rights = Files.getPosixFilePermissions(folder);
        if (rights.contains(PosixFilePermission.GROUP_WRITE) || rights.contains(PosixFilePermission.OTHERS_WRITE)) {
            throw new StartRefused(
                    "Others may put files into %s (%s).".formatted(folder, PosixFilePermissions.toString(rights)),
                    "Take their rights away: chmod go-w %s, or mount it read-only.".formatted(folder));
        }
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
