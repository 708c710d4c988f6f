package io.claribi.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.claribi.kernel.FieldError;
import jakarta.validation.Valid;
import jakarta.validation.Validation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BodyChecksTest {
    private final BodyChecks checks =
            new BodyChecks(Validation.buildDefaultValidatorFactory().getValidator());

    @Test
    void findsAllThatIsWrongAnywhereInABody() {
        var body = new Order(
                " ", null, Arrays.asList(new Line("tea", 5), new Line(missing(), 101), null), List.of("a\0b"));

        assertThat(checks.check(body))
                .extracting(FieldError::field)
                .containsExactlyInAnyOrder("name", "lines[1].product", "lines[1].count", "lines[2]", "tags[0]");
    }

    @Test
    void findsNothingWrongWithWhatIsRight() {
        assertThat(checks.check(new Order("Ann", null, List.of(new Line("tea", 1)), List.of())))
                .isEmpty();
    }

    @SuppressWarnings("NullAway") // As JSON makes it, which knows nothing of our marks.
    private static String missing() {
        return null;
    }

    record Order(@NotBlank String name, @Nullable String note, List<@Valid Line> lines, List<String> tags) {}

    record Line(String product, @Max(100) int count) {}
}
