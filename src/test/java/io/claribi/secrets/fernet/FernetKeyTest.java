package io.claribi.secrets.fernet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FernetKeyTest {

    @Test
    void isReadAsItIsWritten() {
        String text = FernetKey.random().text();

        assertThat(FernetKey.read(text))
                .hasValueSatisfying(key -> assertThat(key.text()).isEqualTo(text));
        assertThat(text).hasSize(44);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "cw_0x689RpI-jtRR7oE8h_eQsKImvJapLeSbXpwF4e4",
                "cw_0x689RpI-jtRR7oE8h_eQsKImvJapLeSbXpwF4e5=",
                "cw/0x689RpI+jtRR7oE8h/eQsKImvJapLeSbXpwF4e4=",
                "cw_0x689RpI-jtRR7oE8h_eQsKImvJapLeSbXpwF4Q==",
                "cw_0x689RpI-jtRR7oE8h_eQsKImvJapLeSbXpwF4e4=\n",
                "not a key, whoever wrote it wherever it was "
            })
    void isReadFromNothingElse(String text) {
        assertThat(FernetKey.read(text)).isEmpty();
    }

    @Test
    void sealsNothingOnceItIsWiped() {
        FernetKey key = FernetKey.random();

        key.close();

        assertThatThrownBy(() -> new Fernet(key).seal(new byte[1], Instant.EPOCH))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void printsNothingOfItself() {
        assertThat(FernetKey.random()).hasToString("FernetKey");
    }
}
