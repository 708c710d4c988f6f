package io.claribi.web;

import io.claribi.http.Problems;
import io.claribi.http.RequestEnd;
import io.claribi.kernel.WorkContext;
import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives each request its trace id (W3C Trace Context: the caller's, if it sends a valid one), on the thread, in every
 * log line and in the answer. Being the outermost filter it also answers what escapes all others.
 */
class TraceFilter extends OncePerRequestFilter {
    static final String HEADER = "X-Trace-Id";

    /** {@code ?1} (RFC 9651 §3.3.6) says that the page asks by itself, and that it is no use of the session. */
    private static final String UNATTENDED = "Claribi-Unattended";

    private static final Pattern TRACEPARENT =
            Pattern.compile("00-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

    private final Problems problems;

    TraceFilter(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        String traceId = traceId(request);
        request.setAttribute(WorkContext.TRACE_ID, traceId);
        response.setHeader(HEADER, traceId);
        follow(request, response, chain, traceId);
    }

    /** The container's second dispatch, to the page for failures, belongs to the same trace. */
    @Override
    protected void doFilterNestedErrorDispatch(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws IOException {
        follow(request, response, chain, String.valueOf(request.getAttribute(WorkContext.TRACE_ID)));
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    private void follow(HttpServletRequest request, HttpServletResponse response, FilterChain chain, String traceId)
            throws IOException {
        WorkContext context = context(request, traceId);
        try (var ignored = MDC.putCloseable(WorkContext.TRACE_ID, traceId)) {
            context.<@Nullable Void, IOException>call(() -> RequestEnd.around(() -> {
                try {
                    chain.doFilter(request, response);
                } catch (Throwable failure) {
                    problems.write(failure, request, response);
                }
                return null;
            }));
        }
    }

    private static WorkContext context(HttpServletRequest request, String traceId) {
        var context = WorkContext.ofRequest(traceId, request.getRemoteAddr(), request.getHeader("User-Agent"));
        return "?1".equals(request.getHeader(UNATTENDED)) ? context.unattended() : context;
    }

    private static String traceId(HttpServletRequest request) {
        String traceparent = request.getHeader("traceparent");
        if (traceparent != null) {
            Matcher valid = TRACEPARENT.matcher(traceparent);
            if (valid.matches()) {
                return valid.group(1);
            }
        }
        return WorkContext.newTraceId();
    }
}
