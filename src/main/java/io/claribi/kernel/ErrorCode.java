package io.claribi.kernel;

/** One way in which clariBI fails; each module has one {@code …Error} enum of them. The name goes on the wire. */
public interface ErrorCode {
    String name();

    ErrorCategory category();
}
