package io.claribi.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

class SecretTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void isReadFromJsonAndUsed() {
        Form form = JSON.readValue("{\"password\":\"crème brûlée\"}", Form.class);

        assertThat(form.password().<Boolean>use("crème brûlée"::equals)).isTrue();
    }

    @Test
    void printsNothingOfItself() {
        var form = new Form(Secret.of("hunter2"));

        assertThat(form.toString()).doesNotContain("hunter2");
        assertThat(form.password().hashCode()).isEqualTo(Secret.of("other").hashCode());
    }

    @Test
    void refusesToBeWrittenAsJson() {
        assertThatThrownBy(() -> JSON.writeValueAsString(new Form(Secret.of("hunter2"))))
                .hasMessageNotContaining("hunter2")
                .hasMessageContaining("never written");
    }

    @ParameterizedTest
    @ValueSource(strings = {"4711", "true", "[\"hunter2\"]", "{\"text\":\"hunter2\"}", "4.711"})
    void isReadFromATextAloneAndNotQuoted(String json) {
        assertThatThrownBy(() -> JSON.readValue("{\"password\":%s}".formatted(json), Form.class))
                .isInstanceOf(JacksonException.class)
                .hasMessageNotContainingAny("hunter2", "4711", "4.711");
    }

    @Test
    void holdsWholeCharactersOnly() {
        assertThatThrownBy(() -> Secret.of("hunter\ud83d"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("hunter");
    }

    @Test
    void equalsWhatHasTheSameText() {
        assertThat(Secret.of("a"))
                .isEqualTo(Secret.of("a"))
                .isNotEqualTo(Secret.of("b"))
                .isNotEqualTo("a");
    }

    record Form(Secret password) {}
}
