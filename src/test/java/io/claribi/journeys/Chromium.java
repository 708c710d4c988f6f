package io.claribi.journeys;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The browser that the journeys run in: the one {@code CLARIBI_CHROMIUM} names, else the machine's own. A Debian that
 * lets us gets one by apt-get; anybody else is told in one line what to install. Nothing is downloaded but packages.
 */
final class Chromium {
    static final String SETTING = "CLARIBI_CHROMIUM";
    private static final List<String> COMMANDS =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome.exe");
    private static final List<String> ELSEWHERE = List.of(
            "/Applications/Chromium.app/Contents/MacOS/Chromium",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe");
    private static final long INSTALL_MINUTES = 10;

    private final Map<String, String> environment;
    private final boolean mayInstall;
    private final Path log;

    Chromium(Map<String, String> environment, boolean mayInstall, Path log) {
        this.environment = environment;
        this.mayInstall = mayInstall;
        this.log = log;
    }

    static Chromium ofThisMachine() {
        return new Chromium(System.getenv(), isRootOnDebian(), Path.of("target", "chromium-install.log"));
    }

    /** @throws IllegalStateException saying what to install, if there is none and none can be had */
    Path executable() {
        String named = environment.getOrDefault(SETTING, "");
        if (!named.isBlank()) {
            return command(named)
                    .orElseThrow(() -> new IllegalStateException(
                            "%s names %s, which can't be executed: mend or unset it.".formatted(SETTING, named)));
        }
        return installed().or(this::installedNow).orElseThrow(() -> new IllegalStateException("""
                The browser tests need Chromium: install it (Debian: apt-get install chromium) or name it by %s.\
                """.formatted(SETTING)));
    }

    private Optional<Path> installed() {
        return Stream.concat(COMMANDS.stream().flatMap(name -> command(name).stream()), elsewhere())
                .findFirst();
    }

    private Stream<Path> elsewhere() {
        return ELSEWHERE.stream().map(Path::of).filter(Files::isExecutable);
    }

    /** A command as the shell finds it; a path stands for itself. */
    private Optional<Path> command(String name) {
        return Stream.of(environment.getOrDefault("PATH", "").split(File.pathSeparator))
                .map(folder -> Path.of(folder).resolve(name))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst();
    }

    private Optional<Path> installedNow() {
        Optional<Path> apt = mayInstall ? command("apt-get") : Optional.empty();
        if (apt.isEmpty()) {
            return Optional.empty();
        }
        System.out.println("Installing chromium for the browser tests, see " + log);
        String program = apt.get().toString();
        boolean done =
                run(program, "update") && run(program, "install", "--yes", "--no-install-recommends", "chromium");
        return done ? installed() : Optional.empty();
    }

    private boolean run(String... command) {
        var all = new ArrayList<>(List.of(command));
        // Another build may be installing just now.
        all.addAll(1, List.of("-o", "DPkg::Lock::Timeout=300"));
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            var builder = new ProcessBuilder(all)
                    .redirectErrorStream(true)
                    .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
            Process process = builder.start();
            if (!process.waitFor(INSTALL_MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                return false;
            }
            return process.exitValue() == 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isRootOnDebian() {
        Path release = Path.of("/etc/os-release");
        try {
            return System.getProperty("user.name").equals("root")
                    && Files.exists(release)
                    && Files.readAllLines(release).contains("ID=debian");
        } catch (IOException e) {
            return false;
        }
    }
}
