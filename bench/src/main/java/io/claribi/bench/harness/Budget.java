package io.claribi.bench.harness;

/** What a figure should be. */
public record Budget(Kind kind, double bound) {

    /** A figure that is told and not judged. */
    public static final Budget NONE = new Budget(Kind.NONE, 0);

    public static Budget atLeast(double bound) {
        return new Budget(Kind.AT_LEAST, bound);
    }

    public static Budget atMost(double bound) {
        return new Budget(Kind.AT_MOST, bound);
    }

    String judge(double figure) {
        return switch (kind) {
            case AT_LEAST -> "≥ %s: %s".formatted(Figures.plain(bound), figure >= bound ? "met" : "MISSED");
            case AT_MOST -> "≤ %s: %s".formatted(Figures.plain(bound), figure <= bound ? "met" : "MISSED");
            case NONE -> "";
        };
    }

    private enum Kind {
        AT_LEAST,
        AT_MOST,
        NONE
    }
}
