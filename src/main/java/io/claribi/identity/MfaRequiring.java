package io.claribi.identity;

/**
 * The current organization is about to require a second factor of all its members. Published inside the transaction that
 * does it; whoever objects throws.
 */
public record MfaRequiring() {}
