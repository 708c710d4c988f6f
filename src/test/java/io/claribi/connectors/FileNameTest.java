package io.claribi.connectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claribi.kernel.AppException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The names by which people send files and call their sources read as they stand. */
class FileNameTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sales.csv                  | sales.csv
            /etc/passwd                | passwd
            C:\\Users\\Ann\\sales.csv    | sales.csv
            ../../sales.csv            | sales.csv
            Größe 2024 – 売上.xlsx      | Größe 2024 – 売上.xlsx
            """)
    void leavesOutFolders(String sent, String kept) {
        assertThat(FileName.tidy(sent)).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\t", "\0", "\u001B", "\u007F", "\u0085", "\u2028", "\u2029"})
    void standsOnOneLine(String mark) {
        assertThat(FileName.tidy("sales" + mark + "2024.csv")).isEqualTo("sales 2024.csv");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u061C", "\u200E", "\u200F", "\u202A", "\u202D", "\u202E", "\u2066", "\u2068", "\u2069"})
    void doesNotTurnItsDirection(String mark) {
        assertThat(FileName.tidy("sales" + mark + "vsc.exe")).isEqualTo("sales vsc.exe");
    }

    @Test
    void keepsItsEndingWhenItIsCut() {
        String kept = FileName.tidy("😀".repeat(200) + ".csv");

        assertThat(kept).endsWith("😀.csv").hasSizeLessThanOrEqualTo(255);
        assertThat(kept.codePointAt(0)).isEqualTo(0x1F600);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\u0085b", "a\u2028b", "a\u202Eb", "a\u2066b", " ", ""})
    void isNoNameOfASource(String typed) {
        assertThatThrownBy(() -> SourceName.of(typed))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("one line");
    }
}
