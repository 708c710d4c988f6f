package io.claribi.bench.harness;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The baseline server, in a process of its own on the libraries of the server that is measured. */
public final class BareProcess implements AutoCloseable {
    private final JavaProcess process;

    private BareProcess(JavaProcess process) {
        this.process = process;
    }

    public static BareProcess start(Setting setting, EmbeddedDatabase database, String... javaOptions)
            throws IOException, InterruptedException {
        int port = JavaProcess.freePort();
        String path = String.join(
                File.pathSeparator,
                setting.serverJar().toString(),
                setting.server().resolveSibling("classes").toString());
        var command = new ArrayList<>(List.of(ClaribiServer.java(), "--enable-native-access=ALL-UNNAMED"));
        command.addAll(List.of(javaOptions));
        command.addAll(setting.recording("bare"));
        command.addAll(List.of(
                "-cp",
                path,
                "baseline.BareServer",
                "--server.port=" + port,
                "--bare.url=" + database.url(),
                "--bare.username=" + database.username(),
                "--bare.password=" + database.password()));
        return new BareProcess(
                JavaProcess.start(command, port, "/ready", setting.work().resolve("bare.log")));
    }

    public JavaProcess process() {
        return process;
    }

    @Override
    public void close() {
        process.close();
    }
}
