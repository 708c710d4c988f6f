package io.claribi.query;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;

/**
 * UTF-8 on its way out. It writes the common cases byte by byte, because going by way of strings and encoders took more
 * than half of an export's time.
 */
final class CsvBuffer {
    private static final int FULL = 65_536;
    private static final long[] POWERS = {1, 10, 100, 1_000, 10_000};

    private final OutputStream out;
    private byte[] bytes = new byte[FULL + 8_192];
    private int length;

    CsvBuffer(OutputStream out) {
        this.out = out;
    }

    void ascii(char c) {
        reserve(1);
        bytes[length++] = (byte) c;
    }

    void text(String text) {
        int size = text.length();
        reserve(size);
        for (int i = 0; i < size; i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                encoded(text.substring(i));
                return;
            }
            bytes[length++] = (byte) c;
        }
    }

    void number(long number) {
        if (number < 0) {
            text(Long.toString(number));
        } else {
            digits(number, 1);
        }
    }

    /** As ISO 8601 has it. */
    void date(LocalDate date) {
        if (date.getYear() < 0 || date.getYear() > 9999) {
            text(date.toString());
            return;
        }
        digits(date.getYear(), 4);
        ascii('-');
        digits(date.getMonthValue(), 2);
        ascii('-');
        digits(date.getDayOfMonth(), 2);
    }

    /** To the second, as RFC 3339 has it, without the zone. */
    void moment(LocalDateTime moment) {
        date(moment.toLocalDate());
        ascii('T');
        digits(moment.getHour(), 2);
        ascii(':');
        digits(moment.getMinute(), 2);
        ascii(':');
        digits(moment.getSecond(), 2);
    }

    /** Lets go what has gathered, if it is much. */
    void endLine() {
        ascii('\r');
        ascii('\n');
        if (length >= FULL) {
            drain();
        }
    }

    void flush() {
        drain();
        try {
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void drain() {
        try {
            out.write(bytes, 0, length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        length = 0;
    }

    private void encoded(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        reserve(encoded.length);
        System.arraycopy(encoded, 0, bytes, length, encoded.length);
        length += encoded.length;
    }

    /** With zeros before it up to the width. */
    private void digits(long number, int width) {
        int count = width;
        for (long rest = number / POWERS[width]; rest > 0; rest /= 10) {
            count++;
        }
        reserve(count);
        long rest = number;
        for (int i = length + count - 1; i >= length; i--) {
            bytes[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        length += count;
    }

    private void reserve(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
