package io.claribi.http;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.claribi.kernel.AppException;
import io.claribi.kernel.ErrorCategory;
import io.claribi.kernel.FieldError;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * A failure on the wire (RFC 9457). The type is always {@code about:blank}, so the title is the status's own phrase;
 * {@code code} tells failures apart.
 *
 * @param detail absent when the failure is ours and telling would help nobody but an attacker
 * @param facts further members, such as {@code permission} or {@code limit}
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"type", "title", "status", "detail", "instance", "code", "traceId", "errors"})
public record Problem(
        String type,
        String title,
        int status,
        @Nullable String detail,
        String instance,
        String code,
        String traceId,
        List<FieldError> errors,
        @JsonAnyGetter Map<String, Object> facts) {

    static Problem of(AppException failure, String instance, String traceId) {
        HttpStatus status = statusOf(failure.code().category());
        return new Problem(
                "about:blank",
                status.getReasonPhrase(),
                status.value(),
                status == HttpStatus.INTERNAL_SERVER_ERROR ? null : failure.message(),
                instance,
                failure.code().name(),
                traceId,
                failure.errors(),
                failure.facts());
    }

    static HttpStatus statusOf(ErrorCategory category) {
        return switch (category) {
            case MALFORMED -> HttpStatus.BAD_REQUEST;
            case UNAUTHENTICATED -> HttpStatus.UNAUTHORIZED;
            case PLAN -> HttpStatus.PAYMENT_REQUIRED;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case METHOD_NOT_ALLOWED -> HttpStatus.METHOD_NOT_ALLOWED;
            case NOT_ACCEPTABLE -> HttpStatus.NOT_ACCEPTABLE;
            case CONFLICT -> HttpStatus.CONFLICT;
            case STALE -> HttpStatus.PRECONDITION_FAILED;
            case TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
            case UNSUPPORTED_MEDIA -> HttpStatus.UNSUPPORTED_MEDIA_TYPE;
            case UNPROCESSABLE -> HttpStatus.UNPROCESSABLE_CONTENT;
            case TOO_MANY -> HttpStatus.TOO_MANY_REQUESTS;
            case INTERNAL -> HttpStatus.INTERNAL_SERVER_ERROR;
            case UNAVAILABLE -> HttpStatus.SERVICE_UNAVAILABLE;
        };
    }
}
