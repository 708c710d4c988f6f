package io.claribi.bench.harness;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Where and how long to measure.
 *
 * @param server folder of the unpacked server
 * @param work folder for data, emptied before each measurement
 * @param rounds how often each contender has its turn
 * @param turn how long a turn under load lasts
 * @param recorded whether the servers are watched by the JDK's flight recorder
 */
public record Setting(Path server, Path work, int rounds, Duration turn, boolean recorded, Report report) {

    /** Options for Java to leave a flight recording behind, if that is wanted. */
    List<String> recording(String name) {
        return recorded
                ? List.of(
                        "-XX:FlightRecorderOptions:stackdepth=256",
                        "-XX:StartFlightRecording:settings=profile,dumponexit=true,filename="
                                + work.resolve(name + ".jfr"))
                : List.of();
    }

    public Path serverJar() {
        return server.resolve("claribi.jar");
    }
}
