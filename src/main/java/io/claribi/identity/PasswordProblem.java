package io.claribi.identity;

/**
 * What is wrong with a new password.
 *
 * @param message of the password, without naming it: "must have at least 8 characters"
 */
public record PasswordProblem(IdentityError code, String message) {}
