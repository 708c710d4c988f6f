package io.claribi.secrets;

import io.claribi.kernel.StartRefused;
import io.claribi.secrets.keys.KeyFileRules;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A secret that operators hand over in a file of its own, as Kubernetes, Docker and systemd do. */
public final class SecretFile {
    private static final long LARGEST = 4096;

    private SecretFile() {}

    /**
     * Reads a file of one line.
     *
     * @param setting its name, for the operator
     * @throws StartRefused if it can't be read, others may read it, or it is not one line of visible ASCII
     */
    public static Secret read(Path file, String setting) {
        try {
            KeyFileRules.ofThisAccount().checkFile(file);
            // A line break at the end is what editors, echo and kubectl leave.
            String text = Files.size(file) > LARGEST
                    ? ""
                    : Files.readString(file, StandardCharsets.ISO_8859_1).stripTrailing();
            if (!text.matches("[!-~]+")) {
                throw new StartRefused(
                        "%s names a file that holds no secret: %s.".formatted(setting, file),
                        "Put the secret into it, one line without spaces.");
            }
            return Secret.of(text);
        } catch (IOException e) {
            throw new StartRefused(
                    "%s names a file that can't be read: %s.".formatted(setting, file),
                    "See that it is there and that the server's account may read it.",
                    e);
        }
    }
}
