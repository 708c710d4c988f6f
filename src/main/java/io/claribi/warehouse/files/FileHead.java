package io.claribi.warehouse.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The first bytes of a file, from which its kind and form are told. */
final class FileHead {
    private static final int LENGTH = 1 << 20;

    private final byte[] bytes;
    private final long fileSize;

    FileHead(byte[] bytes, long fileSize) {
        this.bytes = bytes;
        this.fileSize = fileSize;
    }

    static FileHead of(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return new FileHead(in.readNBytes(LENGTH), Files.size(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] bytes() {
        return bytes;
    }

    long fileSize() {
        return fileSize;
    }

    /** Whether it is the whole file. */
    boolean isWhole() {
        return bytes.length == fileSize;
    }

    /** Whether the file starts with these bytes, each written as the letter of that number. */
    boolean startsWith(String start) {
        return text(start.length()).equals(start);
    }

    /** The first bytes, each as the letter of its number. */
    String text(int length) {
        return new String(bytes, 0, Math.min(bytes.length, length), StandardCharsets.ISO_8859_1);
    }

    boolean contains(int value) {
        for (byte b : bytes) {
            if (b == value) {
                return true;
            }
        }
        return false;
    }

    long count(int value) {
        long count = 0;
        for (byte b : bytes) {
            if (b == value) {
                count++;
            }
        }
        return count;
    }
}
