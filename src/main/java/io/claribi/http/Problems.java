package io.claribi.http;

import io.claribi.kernel.AppException;
import io.claribi.kernel.ErrorCategory;
import io.claribi.kernel.WorkContext;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.util.DisconnectedClientHelper;
import tools.jackson.databind.json.JsonMapper;

/** Answers failures: the one place where an exception becomes {@code application/problem+json}, and is logged once. */
@Component
public class Problems {
    private final JsonMapper json;
    private final RequestLog log;

    Problems(JsonMapper json, RequestLog log) {
        this.json = json;
        this.log = log;
    }

    /**
     * Answers the failure.
     *
     * @throws IOException also when the answer has begun: then the connection must break, so that nobody takes half an
     *     answer for a whole one
     */
    public void write(Throwable failure, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (DisconnectedClientHelper.isClientDisconnectedException(failure)) {
            return;
        }
        AppException told = Failures.told(failure);
        log.told(told, failure, request);
        if (response.isCommitted()) {
            throw new IOException("The answer broke off", failure);
        }
        response.resetBuffer();
        Problem problem = problem(told, request);
        response.setStatus(problem.status());
        addHeaders(told, failure, response);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        byte[] body = body(problem);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /** For a request that the container refused before it was one; only the status that it chose is known. */
    public Problem unread(int status, String instance, String traceId) {
        log.unread(status, traceId);
        return Problem.of(Failures.ofStatus(status), instance, traceId);
    }

    public byte[] body(Problem problem) {
        return json.writeValueAsBytes(problem);
    }

    private static Problem problem(AppException told, HttpServletRequest request) {
        // Set where the container has dispatched to its page for failures.
        Object asked = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return Problem.of(
                told,
                asked instanceof String uri ? uri : request.getRequestURI(),
                WorkContext.current().traceId().orElseGet(WorkContext::newTraceId));
    }

    private static void addHeaders(AppException told, Throwable failure, HttpServletResponse response) {
        // They describe the body that is not sent now.
        for (String header : new String[] {HttpHeaders.CONTENT_DISPOSITION, HttpHeaders.CONTENT_ENCODING}) {
            response.setHeader(header, null);
        }
        if (failure instanceof ErrorResponse described) {
            described.getHeaders().forEach((name, values) -> response.setHeader(name, String.join(", ", values)));
        }
        ErrorCategory category = told.code().category();
        if (category == ErrorCategory.UNAUTHENTICATED) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"clariBI\"" + bearerError(told));
        }
        if (category == ErrorCategory.TOO_MANY || category == ErrorCategory.UNAVAILABLE) {
            response.setHeader(
                    HttpHeaders.RETRY_AFTER, String.valueOf(told.facts().getOrDefault("retryAfterSeconds", 1)));
        }
    }

    /** RFC 6750 §3.1: a request without a token learns nothing but the scheme. */
    private static String bearerError(AppException told) {
        return switch (told.code().name()) {
            case "TOKEN_INVALID",
                    "TOKEN_EXPIRED",
                    "SESSION_ENDED",
                    "API_KEY_INVALID",
                    "API_KEY_EXPIRED",
                    "API_KEY_SUSPENDED" -> ", error=\"invalid_token\"";
            default -> "";
        };
    }
}
