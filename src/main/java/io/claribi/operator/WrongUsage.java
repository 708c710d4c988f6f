package io.claribi.operator;

/** The words after a command's name are not those that it takes. */
final class WrongUsage extends RuntimeException {
    WrongUsage(Command command) {
        super("Usage: %s %s".formatted(command.name(), command.parameters()).strip());
    }
}
