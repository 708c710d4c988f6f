package io.claribi.connectors;

/**
 * A small real data set that comes with clariBI.
 *
 * @param attribution whom the data is from, as its licence asks for
 */
public record Sample(
        String id,
        String name,
        String description,
        String fileName,
        long bytes,
        long rows,
        String attribution,
        String license,
        String sourceUrl) {}
