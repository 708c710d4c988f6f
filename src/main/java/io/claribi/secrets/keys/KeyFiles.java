package io.claribi.secrets.keys;

import io.claribi.kernel.StartRefused;
import io.claribi.secrets.fernet.FernetKey;
import io.claribi.tenancy.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Keys as files {@code platform-*.key} of a folder, each a Fernet key in its text form. That is how Kubernetes, Docker,
 * systemd and CSI drivers hand secrets over, too; other files in the folder are none of our business.
 */
public final class KeyFiles implements SecretsManager {
    private static final String FILES = "platform-*.key";
    private static final long LARGEST_FILE = 100;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final Path folder;
    private final KeyFileRules rules;
    private final Clock clock;

    public KeyFiles(Path folder, Clock clock) {
        this(folder, KeyFileRules.ofThisAccount(), clock);
    }

    KeyFiles(Path folder, KeyFileRules rules, Clock clock) {
        this.folder = folder;
        this.rules = rules;
        this.clock = clock;
    }

    @Override
    public String place() {
        return folder.toString();
    }

    @Override
    public List<PlatformKey> load() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try {
            rules.checkFolder(folder);
            Map<String, PlatformKey> keys = new LinkedHashMap<>();
            for (Path file : files()) {
                PlatformKey key = PlatformKey.of(name(file), read(file));
                keys.putIfAbsent(key.id(), key);
            }
            return List.copyOf(keys.values());
        } catch (AccessDeniedException e) {
            throw new StartRefused(
                    "The server may not read %s.".formatted(e.getFile()),
                    "Give the account that it runs as the right to: chown, or a group that it is a member of.",
                    e);
        } catch (IOException e) {
            throw new StartRefused(
                    "The platform keys in %s can't be read: %s.".formatted(folder, reason(e)),
                    "See that the folder is mounted and its disk works.",
                    e);
        }
    }

    private List<Path> files() throws IOException {
        var files = new ArrayList<Path>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, FILES)) {
            found.forEach(files::add);
        }
        files.sort(null);
        return files;
    }

    private FernetKey read(Path file) throws IOException {
        rules.checkFile(file);
        String text = Files.size(file) > LARGEST_FILE ? "" : Files.readString(file, StandardCharsets.ISO_8859_1);
        // A line break at the end is what editors, echo and kubectl leave.
        return FernetKey.read(text.stripTrailing())
                .orElseThrow(
                        () -> new StartRefused(
                                "%s is not a platform key.".formatted(file),
                                "Put the right file back. A key is 32 random bytes in base64url, 44 characters with the padding."));
    }

    @Override
    public PlatformKey make() {
        FernetKey key = FernetKey.random();
        String id = PlatformKey.id(key);
        String name = "platform-%s-%s.key".formatted(TIME.format(clock.instant()), id);
        try {
            PrivateFiles.createFolders(folder);
            rules.checkFolder(folder);
            PrivateFiles.write(folder.resolve(name), key.text() + "\n");
            PrivateFiles.sync(folder);
            return new PlatformKey(id, name, key);
        } catch (UncheckedIOException e) {
            throw notMade(Objects.requireNonNull(e.getCause()));
        } catch (IOException e) {
            throw notMade(e);
        }
    }

    private StartRefused notMade(IOException e) {
        return new StartRefused(
                "No platform key can be made in %s: %s.".formatted(folder, reason(e)),
                "Where the folder is a mount, put a file platform-….key into what is mounted there: "
                        + "32 random bytes in base64url.",
                e);
    }

    private static String reason(IOException e) {
        return switch (e) {
            case AccessDeniedException ignored -> "access denied";
            case FileSystemException failed -> Objects.requireNonNullElse(failed.getReason(), failed.getMessage());
            default -> String.valueOf(e.getMessage());
        };
    }

    @Override
    public void remove(PlatformKey key) {
        Path file = folder.resolve(key.name());
        try {
            Files.deleteIfExists(file);
            PrivateFiles.sync(folder);
        } catch (IOException e) {
            throw new StartRefused(
                    "%s can't be removed: %s.".formatted(file, reason(e)),
                    "The key is not used any more; take it out of what is mounted there.",
                    e);
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
