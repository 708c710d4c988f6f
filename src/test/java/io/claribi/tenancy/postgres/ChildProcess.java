package io.claribi.tenancy.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A {@link ChildServer} that has said it is ready. */
record ChildProcess(Process process) {

    static ChildProcess start(List<String> prefix, Path dataDir, Path binaries) throws IOException {
        return start(prefix, System.getProperty("java.class.path"), dataDir, binaries);
    }

    static ChildProcess start(List<String> prefix, String classPath, Path dataDir, Path binaries) throws IOException {
        var command = new ArrayList<>(prefix);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "-Xmx64m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                classPath,
                ChildServer.class.getName()));
        command.addAll(List.of(dataDir.toString(), binaries.toString()));
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        for (var line = process.inputReader().readLine();
                !"ready".equals(line);
                line = process.inputReader().readLine()) {
            if (line == null) {
                throw new IOException("The child did not get ready");
            }
        }
        return new ChildProcess(process);
    }

    void stop() throws IOException, InterruptedException {
        process.getOutputStream().close();
        process.waitFor();
    }
}
