package io.claribi.tenancy.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What {@code postmaster.pid} says of the server that runs, or ran, on a cluster. */
record PostmasterFile(Path file, long pid, Instant startedAt) {
    static final String NAME = "postmaster.pid";

    /** PostgreSQL notes whole seconds, a little after the process begins; operating systems round too. */
    private static final Duration TOLERANCE = Duration.ofSeconds(5);

    /** What stands there, unless there is nothing or only a part. */
    static Optional<PostmasterFile> find(Path cluster) throws IOException {
        var file = cluster.resolve(NAME);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        var lines = Files.readAllLines(file);
        if (lines.size() < 3) {
            return Optional.empty();
        }
        return Optional.of(new PostmasterFile(
                file,
                Long.parseLong(lines.getFirst().strip()),
                Instant.ofEpochSecond(Long.parseLong(lines.get(2).strip()))));
    }

    /** Whether that very process lives: a number alone may by now be somebody else's. */
    boolean alive() {
        return ProcessHandle.of(pid)
                        .flatMap(process -> process.info().startInstant())
                        .filter(start ->
                                Duration.between(start, startedAt).abs().compareTo(TOLERANCE) <= 0)
                        .isPresent()
                && !ended();
    }

    /** A process that nobody has collected still counts as one; in containers that may last. */
    private boolean ended() {
        try {
            return Files.readString(Path.of("/proc", String.valueOf(pid), "stat"))
                    .contains(") Z ");
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Points the file at no process when its number has become somebody else's. PostgreSQL would refuse to start, or a
     * stop would hit that process; deleting the file instead would lose PostgreSQL's own check that no orphaned backend
     * still works on the shared memory.
     */
    void disown() throws IOException {
        var lines = List.copyOf(Files.readAllLines(file));
        var rest = lines.subList(1, lines.size());
        Files.writeString(file, Integer.MAX_VALUE + "\n" + String.join("\n", rest) + "\n");
    }
}
