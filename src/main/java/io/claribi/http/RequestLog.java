package io.claribi.http;

import io.claribi.kernel.AppException;
import io.claribi.kernel.Caller;
import io.claribi.kernel.ErrorCategory;
import io.claribi.kernel.WorkContext;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.slf4j.event.Level;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerMapping;

/**
 * What the operator's log tells of requests that did not succeed: which route refused what to whom, and never what was
 * sent. What somebody can bring about at will is told so often a minute, and then counted.
 */
@Component
class RequestLog {
    private static final Logger log = LoggerFactory.getLogger(RequestLog.class);
    private static final int REFUSALS = 30;
    private static final int FAILURES = 60;
    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE");
    /** Nobody is refused anything by these: bots and mistyped addresses. */
    private static final Set<String> NO_NEWS = Set.of("ROUTE_NOT_FOUND", "METHOD_NOT_ALLOWED", "NOT_ACCEPTABLE");

    private final LogBudget refusals = new LogBudget(REFUSALS, RequestLog::summarize);
    private final LogBudget failures = new LogBudget(FAILURES, RequestLog::summarize);

    /** A request that was answered with a failure. */
    void told(AppException told, Throwable failure, HttpServletRequest request) {
        String code = told.code().name();
        switch (told.code().category()) {
            case INTERNAL -> {
                if (failures.take(code)) {
                    log.error("Request failed", failure);
                }
            }
            case UNAVAILABLE -> unavailable(told, failure, request);
            default -> refused(level(told, failure), code, request);
        }
    }

    /** A request that the container refused before it was one of ours. */
    void unread(int status, String traceId) {
        if (refusals.take("UNREADABLE")) {
            try (var ignored = MDC.putCloseable(WorkContext.TRACE_ID, traceId)) {
                log.warn("Refused with {} what is no proper HTTP request", status);
            }
        }
    }

    /** Busy is no fault; what lies behind something broken is told. */
    private void unavailable(AppException told, Throwable failure, HttpServletRequest request) {
        if (told.getCause() == null) {
            refused(Level.WARN, told.code().name(), request);
        } else if (failures.take(told.code().name())) {
            log.warn("Request refused for now", failure);
        }
    }

    private void refused(Level level, String code, HttpServletRequest request) {
        if (NO_NEWS.contains(code)) {
            log.debug("Refused {}", code);
        } else if (refusals.take(code)) {
            WorkContext work = WorkContext.current();
            log.atLevel(level)
                    .log(
                            "Refused {}: {} {}, account {}, from {}",
                            code,
                            METHODS.contains(request.getMethod()) ? request.getMethod() : "?",
                            route(request),
                            work.caller()
                                    .map(Caller::account)
                                    .map(account -> account.value().toString())
                                    .orElse("none"),
                            work.ip().orElse("an unknown address"));
        }
    }

    /** What no client of ours does by mistake. */
    private static Level level(AppException told, Throwable failure) {
        boolean deliberate = told.code().category() == ErrorCategory.FORBIDDEN
                || told.code().name().equals("TOKEN_INVALID")
                || told.code().name().equals("API_KEY_INVALID")
                || failure instanceof RequestRejectedException;
        return deliberate ? Level.WARN : Level.INFO;
    }

    /** The pattern, such as {@code /api/v1/dashboards/{id}}: an address is what somebody sent. */
    private static String route(HttpServletRequest request) {
        @Nullable Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return pattern == null ? "before any route" : pattern.toString();
    }

    private static void summarize(String code, long more) {
        log.warn("{} more requests were refused or failed with {} in the last minute", more, code);
    }
}
