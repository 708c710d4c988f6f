package io.claribi.query;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.NOT_REQUIRED;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which rows count.
 *
 * @param values as text in the form of the wire: {@code 3.5}, {@code true}, {@code 2012-01-31},
 *     {@code 2012-01-31T08:00:00Z}; null is the missing value, where the operator is (not) equals or (not) in. A date
 *     against a column of times means the whole day.
 */
public record Filter(
        String field,
        FilterOperator operator,

        @ArraySchema(arraySchema = @Schema(requiredMode = NOT_REQUIRED), schema = @Schema(types = {"string", "null"}))
        List<@Nullable String> values) {
    @SuppressWarnings("NullAway") // JSON can leave it out
    public Filter {
        values = values == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(values));
    }

    public static Filter of(String field, FilterOperator operator, @Nullable String... values) {
        return new Filter(field, operator, Arrays.asList(values));
    }
}
