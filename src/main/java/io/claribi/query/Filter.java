package io.claribi.query;

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
public record Filter(String field, FilterOperator operator, List<@Nullable String> values) {
    @SuppressWarnings("NullAway") // JSON can leave it out
    public Filter {
        values = values == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(values));
    }

    public static Filter of(String field, FilterOperator operator, @Nullable String... values) {
        return new Filter(field, operator, Arrays.asList(values));
    }
}
