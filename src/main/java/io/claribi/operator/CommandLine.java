package io.claribi.operator;

import io.claribi.kernel.AppException;
import io.claribi.kernel.StartRefused;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.transaction.TransactionException;

/**
 * Finds the command that was typed and runs it. What goes wrong is one line on the error stream, and the exit status: 1 if
 * it could not be done, 2 if it was not understood.
 */
public final class CommandLine {
    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int NOT_UNDERSTOOD = 2;

    private final List<Command> commands = List.of(
            new HelpCommand(this::commands),
            new OrganizationList(),
            new OrganizationSetPlan(),
            new OrganizationSwitch(false),
            new OrganizationSwitch(true),
            new AccountUnlock(),
            new KeysStatus(),
            new KeysRotate(),
            new KeysRemove());
    private final PrintStream out;
    private final PrintStream err;

    CommandLine(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** Whether the arguments name a command; else they are settings of the server. */
    public static boolean isCommand(String... arguments) {
        return !Invocation.of(arguments).words().isEmpty();
    }

    /**
     * Runs the command.
     *
     * @return the exit status
     */
    public static int run(String... arguments) {
        return new CommandLine(System.out, System.err).run(Invocation.of(arguments));
    }

    int run(Invocation invocation) {
        Optional<Command> command = commands.stream().filter(invocation::isOf).findFirst();
        if (command.isEmpty()) {
            err.printf("There is no command %s. See: help%n", String.join(" ", invocation.words()));
            return NOT_UNDERSTOOD;
        }
        try {
            command.get().run(invocation, out);
            return DONE;
        } catch (WrongUsage e) {
            err.println(e.getMessage());
            return NOT_UNDERSTOOD;
        } catch (RuntimeException e) {
            err.println(told(e));
            return FAILED;
        }
    }

    private List<Command> commands() {
        return commands;
    }

    private static String told(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case CommandFailed e -> {
                    return String.valueOf(e.getMessage());
                }
                case AppException e -> {
                    return e.message();
                }
                case StartRefused e -> {
                    return e.getMessage() + " " + e.remedy();
                }
                case BadSqlGrammarException ignored -> {
                    return "The database is not one of this version's. Start the server once; it migrates it.";
                }
                case DataAccessException ignored -> {
                    return "The database does not answer. If the server is just starting, try again in a moment.";
                }
                case TransactionException ignored -> {
                    return "The database does not answer. If the server is just starting, try again in a moment.";
                }
                default -> {}
            }
        }
        return "It failed: " + failure;
    }
}
