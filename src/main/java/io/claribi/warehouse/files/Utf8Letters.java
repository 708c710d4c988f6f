package io.claribi.warehouse.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How much of a file is UTF-8.
 *
 * @param beyondAscii letters of more than one byte, which hardly ever are UTF-8 by chance
 * @param damaged places that are not UTF-8
 */
record Utf8Letters(long beyondAscii, long damaged) {
    private static final int CHUNK = 1 << 16;
    /** So many letters that are for one that is not. */
    private static final int CONVINCING = 10;

    static Utf8Letters of(Path file) throws IOException {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        var bytes = ByteBuffer.allocate(CHUNK);
        var letters = CharBuffer.allocate(CHUNK);
        long beyondAscii = 0;
        long damaged = 0;
        try (InputStream in = Files.newInputStream(file)) {
            boolean end = false;
            while (!end) {
                int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
                end = read < 0;
                bytes.limit(bytes.position() + Math.max(read, 0)).position(0);
                CoderResult result = decoder.decode(bytes, letters, end);
                while (result.isError()) {
                    damaged++;
                    bytes.position(bytes.position() + result.length());
                    result = decoder.decode(bytes, letters, end);
                }
                beyondAscii +=
                        letters.flip().chars().filter(letter -> letter >= 0x80).count();
                letters.clear();
                bytes.compact();
            }
        }
        return new Utf8Letters(beyondAscii, damaged);
    }

    boolean isUtf8AllTheSame() {
        return beyondAscii >= CONVINCING * damaged;
    }
}
