package io.claribi.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a server in a process of its own runs: the classes under test as a jar, since those of a folder can't be archived,
 * and an archive of them all, parsed and linked, that the first server which ends in peace leaves to the others. Of a
 * start's processor time two fifths are left that way (JEP 350) and without C2, which pays after minutes.
 */
final class ServerProgram {
    private static final List<String> SHORT_LIVED =
            List.of("-XX:TieredStopAtLevel=1", "-Xshare:auto", "-Xlog:cds*=off,aot*=off");
    private static final ServerProgram ONLY = new ServerProgram();

    private final Path archive;
    private final String classPath;
    private final AtomicInteger runs = new AtomicInteger();
    private final AtomicReference<@Nullable Path> recorded = new AtomicReference<>();

    private ServerProgram() {
        Path folder = TestServer.folder("program");
        archive = folder.resolve("server.jsa");
        Path jar = folder.resolve("server.jar");
        Stream.of(folder, archive, jar).map(Path::toFile).forEach(File::deleteOnExit);
        classPath = Stream.concat(Stream.of(packed(jar)), jars()).collect(Collectors.joining(File.pathSeparator));
    }

    /** @param options what the test asks of the JVM */
    static Run run(List<String> options) {
        return ONLY.command(options);
    }

    private Run command(List<String> options) {
        var command = new ArrayList<>(options);
        command.addFirst(ProcessHandle.current().info().command().orElseThrow());
        command.addAll(SHORT_LIVED);
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp", classPath));
        Path draft = archive.resolveSibling("draft%d.jsa".formatted(runs.incrementAndGet()));
        if (Files.exists(archive)) {
            command.add("-XX:SharedArchiveFile=" + archive);
        } else if (recorded.compareAndSet(null, draft)) {
            command.add("-XX:ArchiveClassesAtExit=" + draft);
        }
        command.add("io.claribi.Claribi");
        return new Run(command, draft);
    }

    private void keep(Path draft) {
        try {
            if (Files.exists(draft)) {
                Files.move(draft, archive, StandardCopyOption.ATOMIC_MOVE);
            }
            // One that was killed has left none: the next server's is taken.
            recorded.compareAndSet(draft, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String packed(Path jar) {
        String classes = Path.of("target", "classes").toString();
        ToolProvider.findFirst("jar")
                .orElseThrow()
                .run(System.out, System.err, "cf", jar.toString(), "-C", classes, ".");
        return jar.toString();
    }

    private static Stream<String> jars() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(path -> path.endsWith(".jar"));
    }

    /** The command of one process, up to the program's arguments. */
    record Run(List<String> command, Path draft) {
        /** To be told when the process is over. */
        void ended() {
            ONLY.keep(draft);
        }
    }
}
