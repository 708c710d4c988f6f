package io.claribi.access.keys;

/**
 * What is left to a key in the hour.
 *
 * @param granted whether the request of this moment still was
 * @param limit requests an hour
 * @param left of them, after this one
 * @param secondsLeft until all are there again
 */
public record KeyQuota(boolean granted, long limit, long left, long secondsLeft) {}
