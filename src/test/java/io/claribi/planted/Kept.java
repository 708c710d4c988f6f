package io.claribi.planted;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/**
 * What servers have printed and answered, kept in a file until the end: a secret may be known as one only after it has
 * come out.
 */
final class Kept {
    static final Kept OF_THE_SUITE =
            new Kept(Path.of("target", "planted", ProcessHandle.current().pid() + ".txt"));

    private final Path file;
    private final BufferedWriter writer;

    Kept(Path file) {
        this.file = file;
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            file.toFile().deleteOnExit();
            writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    synchronized void keep(String source, String text) {
        try {
            for (String line : text.split("\\R")) {
                writer.write(source + '\t' + line + '\n');
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where secrets stand, of what kind and test; not which. */
    synchronized Set<String> leaks() {
        Set<String> leaks = new TreeSet<>();
        try {
            writer.flush();
            try (var lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    int tab = line.indexOf('\t');
                    for (Planted.Secret secret : Planted.findIn(line.substring(tab + 1))) {
                        leaks.add("%s in %s".formatted(secret, line.substring(0, tab)));
                    }
                }
            }
            return leaks;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
