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
    /** PostgreSQL notes whole seconds, a little after the process begins; operating systems round too. */
    private static final Duration TOLERANCE = Duration.ofSeconds(5);

    static Optional<PostmasterFile> find(Path cluster) throws IOException {
        var file = cluster.resolve("postmaster.pid");
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
                .filter(start -> Duration.between(start, startedAt).abs().compareTo(TOLERANCE) <= 0)
                .isPresent();
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
