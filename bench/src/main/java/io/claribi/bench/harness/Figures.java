package io.claribi.bench.harness;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as people read them. */
final class Figures {
    private static final MathContext THREE_DIGITS = new MathContext(3, RoundingMode.HALF_UP);

    private Figures() {}

    /** To three digits, and never to fewer than the whole number has. */
    static String plain(double figure) {
        if (Math.abs(figure) >= 1000) {
            return "%,.0f".formatted(figure);
        }
        return BigDecimal.valueOf(figure)
                .round(THREE_DIGITS)
                .stripTrailingZeros()
                .toPlainString();
    }
}
