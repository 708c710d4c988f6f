package io.claribi.warehouse.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The first bytes of a file, from which its kind and form are told. */
record FileHead(byte[] bytes, long fileSize) {
    private static final int LENGTH = 1 << 20;

    static FileHead of(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return new FileHead(in.readNBytes(LENGTH), Files.size(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether it is the whole file. */
    boolean isWhole() {
        return bytes.length == fileSize;
    }

    boolean startsWith(int... start) {
        if (bytes.length < start.length) {
            return false;
        }
        for (int i = 0; i < start.length; i++) {
            if (bytes[i] != (byte) start[i]) {
                return false;
            }
        }
        return true;
    }
}
