package io.claribi.kernel;

/** Why the server does not start, and what the operator can do about it; shown instead of a stack trace. */
public final class StartRefused extends RuntimeException {
    private final String remedy;

    public StartRefused(String reason, String remedy) {
        super(reason);
        this.remedy = remedy;
    }

    public StartRefused(String reason, String remedy, Throwable cause) {
        super(reason, cause);
        this.remedy = remedy;
    }

    public String remedy() {
        return remedy;
    }
}
