package io.claribi.web;

import io.claribi.http.Problem;
import io.claribi.http.Problems;
import io.claribi.kernel.WorkContext;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** Tomcat's page for failures, as problem+json: what the application never saw, such as an address it can't decode. */
class ProblemValve extends ErrorReportValve {
    private final Problems problems;

    ProblemValve(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        SecurityHeaders.set(response.getResponse(), request.isSecure());
        response.setContentType("application/problem+json");
        String traceId = WorkContext.newTraceId();
        response.setHeader(TraceFilter.HEADER, traceId);
        String address = request.getRequestURI();
        Problem problem = problems.unread(response.getStatus(), address == null ? "/" : address, traceId);
        byte[] body = problems.body(problem);
        response.setStatus(problem.status());
        try {
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
            response.finishResponse();
        } catch (IOException e) {
            // The client is gone; there is nobody left to tell.
            LoggerFactory.getLogger(ProblemValve.class).debug("An answer could not be sent", e);
        }
    }
}
