package io.claribi.tenancy.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class PostmasterFileTest {
    @TempDir
    private Path cluster;

    @Test
    void knowsTheProcessThatWroteIt() throws Exception {
        var process = new ProcessBuilder("sleep", "60").start();
        try {
            var startedAt = process.info().startInstant().orElseThrow();

            assertThat(note(process.pid(), startedAt).alive()).isTrue();
            assertThat(note(process.pid(), startedAt.minus(Duration.ofMinutes(1)))
                            .alive())
                    .isFalse();
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    @Test
    @Timeout(30)
    void takesAProcessThatNobodyCollectedForDead() throws Exception {
        assumeTrue(Files.exists(Path.of("/proc/self/stat")));
        // The shell becomes a sleep, which never collects the shell's child.
        var parent = new ProcessBuilder("sh", "-c", "sleep 61 & echo $!; exec sleep 62").start();
        try {
            long pid = Long.parseLong(parent.inputReader().readLine());
            await(Path.of("/proc", String.valueOf(parent.pid()), "comm"), "sleep");
            var zombie = ProcessHandle.of(pid).orElseThrow();
            zombie.destroyForcibly();
            await(Path.of("/proc", String.valueOf(pid), "stat"), ") Z ");

            var note = note(pid, zombie.info().startInstant().orElseThrow());

            assertThat(note.alive()).isFalse();
        } finally {
            parent.destroyForcibly().waitFor();
        }
    }

    private static void await(Path file, String content) throws IOException {
        while (!Files.readString(file).contains(content)) {
            Thread.onSpinWait();
        }
    }

    @Test
    void findsNothingInAFileThatIsStillBeingWritten() throws Exception {
        Files.writeString(cluster.resolve("postmaster.pid"), "123\n");

        assertThat(PostmasterFile.find(cluster)).isEmpty();
    }

    private PostmasterFile note(long pid, Instant startedAt) throws Exception {
        Files.writeString(
                cluster.resolve("postmaster.pid"),
                "%d\n%s\n%d\n5432\n\n127.0.0.1\n".formatted(pid, cluster, startedAt.getEpochSecond()));
        return PostmasterFile.find(cluster).orElseThrow();
    }
}
