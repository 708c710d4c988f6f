package io.claribi.identity;

/**
 * A member of the current organization is about to enrol a second factor, or asks whether that is possible. Published
 * inside a transaction; whoever objects throws.
 */
public record MfaEnrolling() {}
