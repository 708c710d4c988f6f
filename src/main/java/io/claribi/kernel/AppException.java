package io.claribi.kernel;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A failure that the user is told about. The message says what, which and what to do; it holds no class name, SQL,
 * secret or fact of another organization.
 */
public final class AppException extends RuntimeException {
    private final ErrorCode code;
    private final transient List<FieldError> errors;
    private final transient Map<String, Object> facts;

    public AppException(ErrorCode code, String message) {
        this(code, message, List.of(), Map.of(), null);
    }

    public AppException(ErrorCode code, String message, List<FieldError> errors) {
        this(code, message, errors, Map.of(), null);
    }

    private AppException(
            ErrorCode code,
            String message,
            List<FieldError> errors,
            Map<String, Object> facts,
            @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
        this.errors = List.copyOf(errors);
        this.facts = Map.copyOf(facts);
    }

    /** The same failure with one more fact on the wire, such as {@code limit} or {@code permission}. */
    public AppException with(String name, String value) {
        return withFact(name, value);
    }

    /** The same with a number, such as {@code retryAfterSeconds}. */
    public AppException with(String name, long value) {
        return withFact(name, value);
    }

    private AppException withFact(String name, Object value) {
        var more = new LinkedHashMap<>(facts);
        more.put(name, value);
        return new AppException(code, message(), errors, more, getCause());
    }

    public AppException causedBy(Throwable cause) {
        return new AppException(code, message(), errors, facts, cause);
    }

    public ErrorCode code() {
        return code;
    }

    public String message() {
        return Objects.requireNonNull(getMessage());
    }

    public List<FieldError> errors() {
        return errors;
    }

    /** Strings and numbers. */
    public Map<String, Object> facts() {
        return facts;
    }
}
