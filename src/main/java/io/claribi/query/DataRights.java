package io.claribi.query;

/**
 * What of a table's rows and columns somebody may see, so far as results differ by it. It is part of every cache key:
 * a result computed for one set of rights never answers another.
 *
 * @param key equal for equal rights
 */
public record DataRights(String key) {
    /** Every row and column: who may query a source sees all of it. */
    public static final DataRights ALL = new DataRights("all");
}
