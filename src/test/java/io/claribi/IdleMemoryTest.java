package io.claribi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In machines of its own: what it sets would stay with the tests that follow. */
class IdleMemoryTest {
    @ParameterizedTest
    @CsvSource({
        "-XX:+UseG1GC, 20000 40",
        "-XX:+UseG1GC -XX:MaxHeapFreeRatio=60 -XX:G1PeriodicGCInterval=1000, 1000 60",
        "-XX:+UseSerialGC, 0 70",
    })
    void givesBackWhatIsNotNeededUnlessTheOperatorSaysOtherwise(String options, String expected) throws Exception {
        assertThat(run(options.split(" "))).isEqualTo(expected);
    }

    private static String run(String... options) throws IOException, InterruptedException {
        Process java = new ProcessBuilder(Stream.of(
                                List.of(Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString()),
                                List.of(options),
                                List.of("-cp", System.getProperty("java.class.path"), Machine.class.getName()))
                        .flatMap(List::stream)
                        .toList())
                .redirectErrorStream(true)
                .start();
        String printed = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(java.waitFor()).as(printed).isZero();
        return printed.strip();
    }

    /** Says what the options are once the server is ready. */
    static final class Machine {
        private Machine() {}

        public static void main(String[] arguments) {
            var memory = new IdleMemory();
            memory.returnWhatIsNotNeeded();
            System.out.println(memory.option("G1PeriodicGCInterval") + " " + memory.option("MaxHeapFreeRatio"));
        }
    }
}
