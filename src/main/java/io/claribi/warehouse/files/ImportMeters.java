package io.claribi.warehouse.files;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;

/** How long the parts of an import take: reading a file into a table, learning its statistics, putting it in its place. */
record ImportMeters(Phase reading, Phase profiling, Phase placing) {
    ImportMeters(MeterRegistry registry) {
        this(phase(registry, "read"), phase(registry, "profile"), phase(registry, "place"));
    }

    private static Phase phase(MeterRegistry registry, String name) {
        return new Phase(Timer.builder("claribi.warehouse.import")
                .description("Parts of imports")
                .tag("phase", name)
                .register(registry));
    }

    /** A part, measured where it succeeds. */
    record Phase(Timer timer) {
        <R> R of(Work<R> work) throws IOException {
            var began = Timer.start();
            R result = work.run();
            began.stop(timer);
            return result;
        }
    }

    /** What a part does. */
    @FunctionalInterface
    interface Work<R> {
        R run() throws IOException;
    }
}
