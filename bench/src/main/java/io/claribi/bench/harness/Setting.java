package io.claribi.bench.harness;

import java.nio.file.Path;
import java.time.Duration;

/**
 * Where and how long to measure.
 *
 * @param server folder of the unpacked server
 * @param work folder for data, emptied before each measurement
 * @param rounds how often each contender has its turn
 * @param turn how long a turn under load lasts
 * @param recorded whether the server is watched by the JDK's flight recorder
 */
public record Setting(Path server, Path work, int rounds, Duration turn, boolean recorded, Report report) {

    public Path serverJar() {
        return server.resolve("claribi.jar");
    }
}
