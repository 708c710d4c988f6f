package io.claribi.dashboards.design;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BinWidthTest {

    @ParameterizedTest
    @CsvSource({
        "0, 20, true, 1",
        "0, 100, true, 5",
        "0, 30, true, 2",
        "0, 7043545, true, 500000",
        "0, 3, true, 1",
        "0, 55.9, false, 5",
        "0, 1, false, 0.05",
        "0.0021, 0.0034, false, 0.0001",
        "-7.1, 18.3, false, 2",
        "5, 5, false, 1",
        "0, 45, true, 5",
        "0, 45, false, 2.5"
    })
    void isRound(double least, double greatest, boolean whole, BigDecimal width) {
        assertThat(BinWidth.of(least, greatest, whole)).isEqualByComparingTo(width);
    }

    @Property
    void takesAtMostTwentyBars(
            @ForAll @DoubleRange(min = -1e12, max = 1e12) double least,
            @ForAll @DoubleRange(min = -1e12, max = 1e12) double greatest,
            @ForAll boolean whole) {
        Assume.that(greatest - least > 1e-3);

        double bars = (greatest - least) / BinWidth.of(least, greatest, whole).doubleValue();

        assertThat(bars).isLessThanOrEqualTo(20.0001);
        assertThat(whole && greatest - least < 20 || bars >= 7.9).isTrue();
    }
}
