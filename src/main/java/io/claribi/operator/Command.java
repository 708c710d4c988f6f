package io.claribi.operator;

import java.io.PrintStream;

/** Something that an operator can do. One line in {@link CommandLine}'s list makes it known. */
interface Command {

    /** One or two words, such as {@code keys rotate}. */
    String name();

    /** What follows the name, such as {@code ID}. */
    default String parameters() {
        return "";
    }

    /** What it does, in a line. */
    String summary();

    /**
     * Does it.
     *
     * @throws CommandFailed if it can't be done
     * @throws WrongUsage if the words after the name are not those of {@link #parameters}
     */
    void run(Invocation invocation, PrintStream out);
}
