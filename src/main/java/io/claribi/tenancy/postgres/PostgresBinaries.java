package io.claribi.tenancy.postgres;

import io.claribi.kernel.StartRefused;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs for this machine, unpacked once a version. */
final class PostgresBinaries {
    private PostgresBinaries() {}

    /** The folder that holds {@code bin}, {@code lib} and {@code share}, under the given one. */
    static Path unpack(Path cache) throws IOException {
        var archive = archive();
        var connection = (JarURLConnection) archive.openConnection();
        // The archives carry no version that could be read; the checksum of the jar's entry changes with it.
        var home = cache.resolve("%08x".formatted(connection.getJarEntry().getCrc()));
        if (!Files.isDirectory(home)) {
            FileSystemUtils.deleteRecursively(cache);
            var draft = Files.createDirectories(cache.resolve("unpacking"));
            try (var tar = new TarArchiveInputStream(
                    new BufferedInputStream(new XZInputStream(connection.getInputStream()), 1 << 16))) {
                unpack(tar, draft);
            }
            Files.move(draft, home, StandardCopyOption.ATOMIC_MOVE);
        }
        return home;
    }

    private static void unpack(TarArchiveInputStream tar, Path target) throws IOException {
        for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            var path = target.resolve(entry.getName()).normalize();
            if (!path.startsWith(target)) {
                throw new IOException("An entry leaves the archive: " + entry.getName());
            }
            if (entry.isDirectory()) {
                Files.createDirectories(path);
            } else if (!entry.getName().endsWith(".a")) {
                Files.createDirectories(path.getParent());
                write(tar, entry, path);
            }
        }
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path path) throws IOException {
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, path, StandardCopyOption.REPLACE_EXISTING);
        if ((entry.getMode() & 0100) != 0) {
            path.toFile().setExecutable(true, false);
        }
    }

    private static URL archive() {
        var system = system();
        // Those for macOS run on both of its processors.
        var name = "postgres-%s-%s.txz".formatted(system, system.equals("darwin") ? "arm_64" : processor());
        var archive = PostgresBinaries.class.getClassLoader().getResource(name);
        if (archive == null) {
            throw new StartRefused(
                    "There is no embedded PostgreSQL for this machine (%s).".formatted(name),
                    "Install PostgreSQL 18 and name it by claribi.database.url.");
        }
        return archive;
    }

    private static String system() {
        var name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return name.startsWith("mac") ? "darwin" : name.startsWith("windows") ? "windows" : name;
    }

    private static String processor() {
        return switch (System.getProperty("os.arch")) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64" -> "arm_64";
            case String other -> other;
        };
    }
}
