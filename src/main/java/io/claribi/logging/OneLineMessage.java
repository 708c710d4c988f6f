package io.claribi.logging;

import ch.qos.logback.classic.pattern.ClassicConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;

/** An event's message on one line; but why the server does not start is a page for people, and nobody has sent anything. */
public final class OneLineMessage extends ClassicConverter {
    private static final String START_REFUSED = "org.springframework.boot.diagnostics.LoggingFailureAnalysisReporter";

    @Override
    public String convert(ILoggingEvent event) {
        String message = event.getFormattedMessage();
        return event.getLoggerName().equals(START_REFUSED) ? message : Escapes.escaped(message);
    }
}
