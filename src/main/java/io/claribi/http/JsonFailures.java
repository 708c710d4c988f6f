package io.claribi.http;

import static io.claribi.http.HttpError.MALFORMED_JSON;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.claribi.kernel.AppException;
import io.claribi.kernel.FieldError;
import java.lang.reflect.Field;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Says what is wrong with a JSON body: which field, or else where in the text. */
final class JsonFailures {
    private static final Pattern DUPLICATE = Pattern.compile("Duplicate Object property \"([^\"]{1,100})\"");
    private static final Set<Class<?>> WHOLE =
            Set.of(int.class, Integer.class, long.class, Long.class, short.class, Short.class, BigInteger.class);
    private static final Set<Class<?>> FRACTIONAL =
            Set.of(double.class, Double.class, float.class, Float.class, BigDecimal.class);

    private JsonFailures() {}

    static AppException told(HttpMessageNotReadableException failure) {
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof AppException told) {
                return told;
            }
            if (cause instanceof JacksonException json) {
                return told(json);
            }
        }
        return bodyRequired();
    }

    static AppException bodyRequired() {
        return malformed("A JSON body is required.");
    }

    static AppException notUtf8() {
        return malformed("The JSON body is not in UTF-8.");
    }

    private static AppException told(JacksonException failure) {
        return switch (failure) {
            case UnrecognizedPropertyException e -> field(e, "is not a field that is known here");
            case MismatchedInputException e -> field(e, expectation(e.getTargetType()));
            case StreamReadException e -> unreadable(e);
            default ->
                failure.getCause() instanceof AppException told ? told : field(failure, "is not what it should be");
        };
    }

    private static AppException unreadable(StreamReadException failure) {
        Matcher duplicate = DUPLICATE.matcher(String.valueOf(failure.getOriginalMessage()));
        if (duplicate.find()) {
            String name = duplicate.group(1);
            return malformed(
                    "The field %s stands in the JSON twice.".formatted(name),
                    new FieldError(name, "stands here twice"));
        }
        return malformed("This is not JSON that can be read, from line %d, column %d on."
                .formatted(
                        failure.getLocation().getLineNr(), failure.getLocation().getColumnNr()));
    }

    private static AppException field(JacksonException failure, String message) {
        String path = path(failure.getPath());
        return path.isEmpty()
                ? malformed("The JSON body " + message + ".")
                : malformed("The field %s %s.".formatted(path, message), new FieldError(path, message));
    }

    private static String expectation(@Nullable Class<?> target) {
        if (target == null) {
            return "is not what it should be";
        }
        if (target.isEnum()) {
            return "must be one of "
                    + Arrays.stream(target.getFields())
                            .filter(Field::isEnumConstant)
                            .map(JsonFailures::wireName)
                            .collect(Collectors.joining(", "));
        }
        if (WHOLE.contains(target)) {
            return "must be a whole number in its range";
        }
        if (FRACTIONAL.contains(target)) {
            return "must be a number";
        }
        if (target == boolean.class || target == Boolean.class) {
            return "must be true or false";
        }
        if (target == String.class) {
            return "must be a text";
        }
        if (target == UUID.class) {
            return "must be an id";
        }
        if (Temporal.class.isAssignableFrom(target)) {
            return "must be a date or time in RFC 3339 form";
        }
        return Collection.class.isAssignableFrom(target) || target.isArray() ? "must be a list" : "must be an object";
    }

    private static String wireName(Field constant) {
        JsonProperty named = constant.getAnnotation(JsonProperty.class);
        return named == null ? constant.getName() : named.value();
    }

    private static String path(List<JacksonException.Reference> references) {
        var path = new StringBuilder();
        for (JacksonException.Reference reference : references) {
            if (reference.getPropertyName() == null) {
                path.append('[').append(reference.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(reference.getPropertyName());
            }
        }
        return path.length() > 200 ? path.substring(0, 200) : path.toString();
    }

    private static AppException malformed(String message, FieldError... errors) {
        return new AppException(MALFORMED_JSON, message, List.of(errors));
    }
}
