package io.claribi.dashboards.design;

/** What a column is for in an analysis. */
enum ColumnRole {
    /** Days or times: the axis. */
    TIME,
    /** A year as a number: an axis of a kind. */
    YEAR,
    /** Numbers to add up or to average. */
    MEASURE,
    /** A few values that part the rows into groups. */
    CATEGORY,
    /** Names a thing; never charted. */
    IDENTIFIER,
    /** Says something in words; never charted. */
    TEXT,
    /** Where on a map; never charted as a number. */
    COORDINATE,
    /** One value or none. */
    CONSTANT
}
