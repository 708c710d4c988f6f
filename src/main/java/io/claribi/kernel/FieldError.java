package io.claribi.kernel;

/** What is wrong with one field of the input; {@code field} is a path such as {@code measures[0].function}. */
public record FieldError(String field, String message) {}
