package io.claribi.planted;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Keeps every line that is printed, the logs of servers in this JVM that is. */
final class PrintedLines {
    private PrintedLines() {}

    static void keepAll() {
        System.setOut(keeping(System.out, Kept.OF_THE_SUITE));
        System.setErr(keeping(System.err, Kept.OF_THE_SUITE));
    }

    static PrintStream keeping(PrintStream original, Kept kept) {
        return new PrintStream(new Lines(original, kept), true, StandardCharsets.UTF_8);
    }

    private static final class Lines extends OutputStream {
        private final PrintStream original;
        private final Kept kept;
        private final ByteArrayOutputStream line = new ByteArrayOutputStream();

        Lines(PrintStream original, Kept kept) {
            this.original = original;
            this.kept = kept;
        }

        @Override
        public void write(int value) {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public synchronized void write(byte[] bytes, int offset, int length) {
            original.write(bytes, offset, length);
            for (int at = offset; at < offset + length; at++) {
                if (bytes[at] == '\n') {
                    kept.keep("the log", line.toString(StandardCharsets.UTF_8));
                    line.reset();
                } else {
                    line.write(bytes[at]);
                }
            }
        }

        @Override
        public void flush() {
            original.flush();
        }
    }
}
