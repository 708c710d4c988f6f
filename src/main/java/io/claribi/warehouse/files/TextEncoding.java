package io.claribi.warehouse.files;

import io.claribi.kernel.AppException;
import io.claribi.warehouse.FileOptions;
import io.claribi.warehouse.WarehouseError;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a text file's bytes are letters. */
enum TextEncoding {
    UTF_8(StandardCharsets.UTF_8, "\u00EF\u00BB\u00BF"),
    UTF_16_LE(StandardCharsets.UTF_16LE, "\u00FF\u00FE"),
    UTF_16_BE(StandardCharsets.UTF_16BE, "\u00FE\u00FF"),
    WINDOWS_1252(Charset.forName("windows-1252"), "");

    /** What stands where bytes are no letters. */
    static final char REPLACEMENT = '\uFFFD';

    private static final int CHUNK = 1 << 16;

    private final Charset charset;
    private final String mark;

    TextEncoding(Charset charset, String mark) {
        this.charset = charset;
        this.mark = mark;
    }

    boolean isWide() {
        return this == UTF_16_LE || this == UTF_16_BE;
    }

    static Optional<TextEncoding> byMark(FileHead head) {
        for (TextEncoding encoding : values()) {
            if (!encoding.mark.isEmpty() && head.startsWith(encoding.mark)) {
                return Optional.of(encoding);
            }
        }
        return Optional.empty();
    }

    /** What the first bytes say; the rest may yet turn out not to be UTF-8. */
    static TextEncoding guess(FileHead head, FileOptions.@Nullable Encoding chosen) {
        return byMark(head).orElseGet(() -> {
            if (chosen != null) {
                return chosen == FileOptions.Encoding.LATIN_1 ? WINDOWS_1252 : UTF_8;
            }
            return isUtf8(head) ? UTF_8 : WINDOWS_1252;
        });
    }

    private static boolean isUtf8(FileHead head) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        var letters = CharBuffer.allocate(head.bytes().length);
        return !decoder.decode(ByteBuffer.wrap(head.bytes()), letters, head.isWhole())
                .isError();
    }

    /**
     * What the whole file says. A file that is not UTF-8 throughout is Windows-1252, unless its other letters show that it
     * is UTF-8 with a few bytes damaged.
     *
     * @throws AppException FILE_UNREADABLE if it was said to be UTF-8 and is not
     */
    static TextEncoding of(Path file, FileHead head, FileOptions.@Nullable Encoding chosen) throws IOException {
        TextEncoding guess = guess(head, chosen);
        if (byMark(head).isPresent() || chosen == FileOptions.Encoding.LATIN_1) {
            return guess;
        }
        var letters = Utf8Letters.of(file);
        if (letters.damaged() == 0) {
            return UTF_8;
        }
        if (chosen == FileOptions.Encoding.UTF_8) {
            throw new AppException(
                    WarehouseError.FILE_UNREADABLE, "The file is not valid UTF-8. Try it with the encoding Latin-1.");
        }
        return letters.isUtf8AllTheSame() ? UTF_8 : WINDOWS_1252;
    }

    /** Whether the file holds bytes that are no letters in UTF-8. */
    static boolean isDamaged(Path file) throws IOException {
        return Utf8Letters.of(file).damaged() > 0;
    }

    /** The file's letters without its mark; bytes that are none become U+FFFD. */
    Reader read(Path file) throws IOException {
        var in = new BufferedInputStream(Files.newInputStream(file), CHUNK);
        in.mark(mark.length() + 1);
        byte[] start = in.readNBytes(mark.length());
        if (!isMark(start)) {
            in.reset();
        }
        return new InputStreamReader(in, lenient());
    }

    /** The letters of a file's first bytes. */
    String decode(FileHead head) {
        int skipped = isMark(head.bytes()) ? mark.length() : 0;
        return new String(head.bytes(), skipped, head.bytes().length - skipped, charset);
    }

    private boolean isMark(byte[] start) {
        return !mark.isEmpty() && new FileHead(start, start.length).startsWith(mark);
    }

    private CharsetDecoder lenient() {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
    }
}
