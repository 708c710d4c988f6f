package io.claribi.warehouse.duckdb;

import org.springframework.util.unit.DataSize;

/** What one session may take: memory, threads, and disk for what does not fit into memory. */
public record SessionLimits(DataSize memory, int threads, DataSize spill) {}
