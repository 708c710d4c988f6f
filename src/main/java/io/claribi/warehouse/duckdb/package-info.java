/** Locked-down DuckDB sessions, one organization each, and the queries that run in them. */
@NullMarked
package io.claribi.warehouse.duckdb;

import org.jspecify.annotations.NullMarked;
