package io.claribi.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.claribi.bench.harness.Budget;
import io.claribi.bench.harness.Measurement;
import io.claribi.bench.harness.Rounds;
import io.claribi.bench.harness.Setting;
import io.claribi.secrets.fernet.Fernet;
import io.claribi.secrets.fernet.FernetKey;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** Sealing and opening, one after the other on one thread, against Python's {@code cryptography}. */
final class FernetSealing implements Measurement {
    private static final String PYTHON = "Python's cryptography";
    private static final String OURS = "clariBI";
    private static final int TOKENS = 20_000;
    private static final byte[] MESSAGE =
            "a password of a database, with its place beside it: 96 bytes or thereabouts, as they are in use"
                    .getBytes(UTF_8);

    private static final String SCRIPT = """
            import sys, time
            from cryptography.fernet import Fernet
            fernet, message, tokens = Fernet(Fernet.generate_key()), sys.argv[1].encode(), int(sys.argv[2])
            begin = time.perf_counter()
            sealed = [fernet.encrypt(message) for _ in range(tokens)]
            middle = time.perf_counter()
            for token in sealed: fernet.decrypt(token)
            print(tokens / (middle - begin), tokens / (time.perf_counter() - middle))
            """;

    @Override
    public void run(Setting setting) throws Exception {
        var report = setting.report();
        report.title("fernet", "%,d tokens of %d bytes, sealed and then opened".formatted(TOKENS, MESSAGE.length));
        String python = python();
        for (int warmUp = 0; warmUp < 5; warmUp++) {
            ours();
        }
        Map<String, Callable<Rate>> contenders = new LinkedHashMap<>();
        contenders.put(PYTHON, () -> python(python));
        contenders.put(OURS, FernetSealing::ours);
        Rounds<Rate> rounds = Rounds.run(setting.rounds(), contenders);
        report.figure("sealed", rounds.figures(OURS, Rate::sealed), "/s", Budget.NONE);
        report.figure("sealed, clariBI ÷ Python", rounds.ratios(OURS, PYTHON, Rate::sealed), "", Budget.atLeast(2));
        report.figure("opened", rounds.figures(OURS, Rate::opened), "/s", Budget.NONE);
        report.figure("opened, clariBI ÷ Python", rounds.ratios(OURS, PYTHON, Rate::opened), "", Budget.atLeast(2));
    }

    private static Rate ours() throws Exception {
        try (FernetKey key = FernetKey.random()) {
            var fernet = new Fernet(key);
            List<String> tokens = new ArrayList<>(TOKENS);
            long begin = System.nanoTime();
            for (int number = 0; number < TOKENS; number++) {
                tokens.add(fernet.seal(MESSAGE, Instant.now()));
            }
            long middle = System.nanoTime();
            for (String token : tokens) {
                fernet.open(token);
            }
            return new Rate(TOKENS * 1e9 / (middle - begin), TOKENS * 1e9 / (System.nanoTime() - middle));
        }
    }

    private static Rate python(String python) throws IOException {
        String[] rates = output(python, "-c", SCRIPT, new String(MESSAGE, UTF_8), String.valueOf(TOKENS))
                .strip()
                .split(" ");
        return new Rate(Double.parseDouble(rates[0]), Double.parseDouble(rates[1]));
    }

    private static String python() {
        for (String candidate : List.of("python3", "/usr/bin/python3")) {
            try {
                if (output(candidate, "-c", "import cryptography; print('here')")
                        .strip()
                        .equals("here")) {
                    return candidate;
                }
            } catch (IOException e) {
                // The next one, then.
            }
        }
        throw new IllegalStateException("No Python with cryptography: apt-get install python3-cryptography");
    }

    private static String output(String... command) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new String(process.getInputStream().readAllBytes(), UTF_8);
    }

    /** Tokens a second. */
    private record Rate(double sealed, double opened) {}
}
