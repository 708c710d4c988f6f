package io.claribi.tenancy.postgres;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs PostgreSQL's programs. */
final class Programs {
    private static final int TIMEOUT_SECONDS = 120;

    private final Path home;
    private final Path outputs;
    private final RunAs runAs;

    /**
     * @param home the unpacked binaries
     * @param outputs a folder for what programs say
     */
    Programs(Path home, Path outputs, RunAs runAs) {
        this.home = home;
        this.outputs = outputs;
        this.runAs = runAs;
    }

    boolean work() {
        try {
            run("postgres", List.of("--version"));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Runs the program to its end.
     *
     * @throws ProgramFailed if it ends with another status than 0
     */
    void run(String program, List<String> arguments) throws IOException {
        run(program, arguments, "");
    }

    void run(String program, List<String> arguments, String input) throws IOException {
        var command = new ArrayList<>(runAs.prefix());
        command.add(home.resolve("bin").resolve(program).toString());
        command.addAll(arguments);
        // Not a pipe: the postmaster would inherit it and keep it open, and reading would never end.
        var output = Files.createTempFile(outputs, program, ".out");
        try {
            var builder = new ProcessBuilder(command)
                    .directory(outputs.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
            builder.environment().put("LC_ALL", "C");
            if (!succeeded(builder.start(), input)) {
                throw new ProgramFailed(program, Files.readString(output));
            }
        } finally {
            Files.deleteIfExists(output);
        }
    }

    private static boolean succeeded(Process process, String input) throws IOException {
        try {
            try (var stdin = process.outputWriter()) {
                stdin.write(input);
            }
            if (process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                return process.exitValue() == 0;
            }
            process.destroyForcibly();
            return false;
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while PostgreSQL was at work");
        }
    }
}
