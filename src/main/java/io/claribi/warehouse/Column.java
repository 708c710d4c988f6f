package io.claribi.warehouse;

/** A column as people know it. */
public record Column(String name, ColumnType type) {}
