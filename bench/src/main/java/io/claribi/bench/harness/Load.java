package io.claribi.bench.harness;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** Asks a server the same over and over on a fixed number of connections, each with one request under way. */
public final class Load {
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final int connections;

    public Load(int connections) {
        this.connections = connections;
    }

    /**
     * Asks for so long.
     *
     * @param next the request to send; called by several threads
     * @throws IllegalStateException on the first answer that is not 200
     */
    public Result run(Duration duration, Supplier<HttpRequest> next) throws Exception {
        long began = System.nanoTime();
        long end = began + duration.toNanos();
        try (var threads = Executors.newFixedThreadPool(connections)) {
            Callable<List<Double>> worker = () -> ask(end, next);
            List<Future<List<Double>>> workers = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                workers.add(threads.submit(worker));
            }
            var millis = new ArrayList<Double>();
            for (Future<List<Double>> done : workers) {
                millis.addAll(done.get());
            }
            return new Result(millis.size() * 1e9 / (System.nanoTime() - began), Samples.of(millis));
        }
    }

    private List<Double> ask(long end, Supplier<HttpRequest> next) throws IOException, InterruptedException {
        var millis = new ArrayList<Double>();
        for (long now = System.nanoTime(); now < end; ) {
            var answer = http.send(next.get(), BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(
                        "%s answered %d: %s".formatted(answer.uri(), answer.statusCode(), new String(answer.body())));
            }
            long answered = System.nanoTime();
            millis.add((answered - now) / 1e6);
            now = answered;
        }
        return millis;
    }

    /**
     * @param perSecond answers
     * @param millis of each answer
     */
    public record Result(double perSecond, Samples millis) {
        @Override
        public String toString() {
            return "%,.0f/s, median %.2f ms, p99 %.1f ms"
                    .formatted(perSecond, millis.median(), millis.percentile(0.99));
        }
    }
}
