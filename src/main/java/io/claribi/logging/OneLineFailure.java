package io.claribi.logging;

import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** An exception, its causes and what it suppressed, with messages of one line. */
record OneLineFailure(IThrowableProxy failure) implements IThrowableProxy {
    @Override
    public @Nullable String getMessage() {
        return failure.getMessage() == null ? null : Escapes.escaped(failure.getMessage());
    }

    @Override
    public @Nullable String getOverridingMessage() {
        return failure.getOverridingMessage() == null ? null : Escapes.escaped(failure.getOverridingMessage());
    }

    @Override
    public String getClassName() {
        return failure.getClassName();
    }

    @Override
    public StackTraceElementProxy[] getStackTraceElementProxyArray() {
        return failure.getStackTraceElementProxyArray();
    }

    @Override
    public int getCommonFrames() {
        return failure.getCommonFrames();
    }

    @Override
    public @Nullable IThrowableProxy getCause() {
        return failure.getCause() == null ? null : new OneLineFailure(failure.getCause());
    }

    @Override
    public IThrowableProxy[] getSuppressed() {
        IThrowableProxy[] suppressed = failure.getSuppressed();
        return suppressed == null
                ? new IThrowableProxy[0]
                : Arrays.stream(suppressed).map(OneLineFailure::new).toArray(IThrowableProxy[]::new);
    }

    @Override
    public boolean isCyclic() {
        return failure.isCyclic();
    }
}
