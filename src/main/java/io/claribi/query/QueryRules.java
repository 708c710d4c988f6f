package io.claribi.query;

/** How big a query may be. */
final class QueryRules {
    static final int MAX_OUTPUTS = 50;
    static final int MAX_FILTERS = 100;
    static final int MAX_FILTER_VALUES = 1_000;
    static final int MAX_NAME_LENGTH = 500;

    private QueryRules() {}
}
