package io.claribi.dashboards.design;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;

/** Round widths of a histogram's bars. */
final class BinWidth {
    private static final int BINS = 20;
    private static final List<BigDecimal> ROUND =
            List.of(BigDecimal.ONE, BigDecimal.TWO, new BigDecimal("2.5"), new BigDecimal("5"), BigDecimal.TEN);

    private BinWidth() {}

    /**
     * The least round width with which the range takes some twenty bars at most.
     *
     * @param whole whether only whole widths will do
     */
    static BigDecimal of(double least, double greatest, boolean whole) {
        var exact = new BigDecimal(greatest - least).divide(BigDecimal.valueOf(BINS), MathContext.DECIMAL64);
        if (exact.signum() <= 0 || whole && exact.compareTo(BigDecimal.ONE) <= 0) {
            return BigDecimal.ONE;
        }
        int exponent = exact.precision() - exact.scale() - 1;
        return ROUND.stream()
                .map(round -> round.scaleByPowerOfTen(exponent))
                .filter(round -> round.compareTo(exact) >= 0 && (!whole || isWhole(round)))
                .findFirst()
                .orElseGet(() -> exact.setScale(0, RoundingMode.CEILING))
                .stripTrailingZeros();
    }

    private static boolean isWhole(BigDecimal number) {
        return number.stripTrailingZeros().scale() <= 0;
    }
}
