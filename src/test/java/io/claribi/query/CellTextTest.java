package io.claribi.query;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CellTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1",
                "-1",
                "@SUM(A1)",
                "\tx",
                "\rx",
                "\nx",
                " =1",
                "\u00A0=1",
                "\u200B=1",
                "\uFEFF=1",
                "  \t x",
                "＝1",
                "＋1",
                "－1",
                "＠x",
                "=",
                "-",
                "\u0000=1",
                "=cmd|' /C calc'!A0"
            })
    void putsAnApostropheBeforeWhatASpreadsheetWouldCompute(String text) {
        assertThat(CellText.harmless(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "a=1", "5-3", "a@b.org", "'=1", "\"=1\"", "#ref", "rain; sun", "ß=1", "(-5)", "a\nb"})
    void leavesOtherTexts(String text) {
        assertThat(CellText.harmless(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a;=1", "a\t=1", "a;b;@x"})
    void breaksFormulasThatStandBehindAnotherSeparator(String text) {
        assertThat(CellText.harmless(text))
                .doesNotContain(";=")
                .doesNotContain("\t=")
                .doesNotContain(";@");
    }

    @Property
    void neverLeavesAFormulaAtTheStart(@ForAll String text) {
        String cell = CellText.harmless(text).strip();

        assertThat(cell.isEmpty() || "=+-@".indexOf(cell.charAt(0)) < 0).isTrue();
    }
}
