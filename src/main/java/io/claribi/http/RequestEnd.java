package io.claribi.http;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * What must be given back when a request is over: after its answer has been written, or wherever it ended. Bound around
 * the whole request, so that nothing can be kept by an answer that was never written.
 */
public final class RequestEnd {
    private static final ScopedValue<RequestEnd> CURRENT = ScopedValue.newInstance();

    private final Deque<Runnable> actions = new ArrayDeque<>();

    private RequestEnd() {}

    /** Does what a request is about, and then what has to be done at its end, the last first. */
    public static <R extends @Nullable Object, X extends Throwable> R around(
            ScopedValue.CallableOp<? extends R, X> request) throws X {
        var end = new RequestEnd();
        try {
            return ScopedValue.where(CURRENT, end).<R, X>call(request);
        } finally {
            end.actions.forEach(Runnable::run);
        }
    }

    /**
     * Leaves something to be done at the end of the request of this moment. It must not throw.
     *
     * @throws IllegalStateException if there is none
     */
    public static void then(Runnable action) {
        if (!CURRENT.isBound()) {
            throw new IllegalStateException("There is no request on this thread");
        }
        CURRENT.get().actions.push(action);
    }
}
