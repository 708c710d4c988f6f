package io.claribi.operator;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What somebody typed.
 *
 * @param words the command's name and what follows it
 * @param settings such as {@code --claribi.data-dir=…}, which every command takes as the server does
 */
record Invocation(List<String> words, List<String> settings) {
    private static final Pattern SETTING = Pattern.compile("--[A-Za-z][\\w-]*\\..*=.*", Pattern.DOTALL);

    static Invocation of(String... arguments) {
        var words = new ArrayList<String>();
        var settings = new ArrayList<String>();
        for (String argument : arguments) {
            (SETTING.matcher(argument).matches() ? settings : words).add(argument);
        }
        return new Invocation(List.copyOf(words), List.copyOf(settings));
    }

    boolean isOf(Command command) {
        List<String> name = name(command);
        return words.size() >= name.size() && words.subList(0, name.size()).equals(name);
    }

    /** What follows the name, if it is so many words. */
    List<String> parameters(Command command, int count) {
        List<String> rest = words.subList(name(command).size(), words.size());
        if (rest.size() != count) {
            throw new WrongUsage(command);
        }
        return rest;
    }

    private static List<String> name(Command command) {
        return List.of(command.name().split(" "));
    }
}
