package io.claribi.operator;

import java.io.PrintStream;
import java.util.List;
import java.util.function.Supplier;

/** Lists the commands. */
final class HelpCommand implements Command {
    private final Supplier<List<Command>> commands;

    HelpCommand(Supplier<List<Command>> commands) {
        this.commands = commands;
    }

    @Override
    public String name() {
        return "help";
    }

    @Override
    public String summary() {
        return "lists the commands";
    }

    @Override
    public void run(Invocation invocation, PrintStream out) {
        out.println("java -jar claribi.jar                  starts the server");
        out.println("java -jar claribi.jar COMMAND …        does one of:");
        out.println();
        for (Command command : commands.get()) {
            out.printf("  %-36s %s%n", (command.name() + " " + command.parameters()).strip(), command.summary());
        }
        out.println();
        out.println(
                "Settings such as --claribi.data-dir=DIR, environment variables and application.yaml hold for both.");
    }
}
