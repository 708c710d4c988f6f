package io.claribi.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UuidsTest {

    @Test
    void readsTheFormOfTheStandardInEitherCase() {
        UUID id = UUID.fromString("0199f3a1-5b7c-7d00-8e1f-0123456789ab");

        assertThat(Uuids.read("0199f3a1-5b7c-7d00-8e1f-0123456789ab")).contains(id);
        assertThat(Uuids.read("0199F3A1-5B7C-7D00-8E1F-0123456789AB")).contains(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1-1-1-1-1",
                "0199f3a15b7c7d008e1f0123456789ab",
                "0199f3a1-5b7c-7d00-8e1f-0123456789a",
                "0199f3a1-5b7c-7d00-8e1f-0123456789abc",
                "0199f3a1-5b7c-7d00-8e1f-0123456789ag",
                "0199f3a1-5b7c-7d00-8e1f0-123456789ab",
                "0199f3a1-5b7c-7d00-8e1f-٠123456789ab"
            })
    void refusesAnyOtherForm(String text) {
        assertThat(Uuids.read(text)).isEmpty();
    }
}
