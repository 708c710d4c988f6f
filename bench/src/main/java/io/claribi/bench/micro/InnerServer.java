package io.claribi.bench.micro;

import io.claribi.Claribi;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole server inside of the fork, so that a benchmark can call its modules' faces; with one organization in it. */
@State(Scope.Benchmark)
public class InnerServer {
    private ConfigurableApplicationContext server;
    private JsonNode registered;

    @Setup(Level.Trial)
    public void start() throws Exception {
        server = SpringApplication.run(
                Claribi.class,
                "--server.port=0",
                "--management.server.port=0",
                "--logging.level.root=warn",
                "--claribi.data-dir=" + Path.of(System.getProperty("bench.work"), "data"));
        registered = JsonMapper.shared()
                .readTree(HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(address("/api/v1/auth/register"))
                                        .header("Content-Type", "application/json")
                                        .POST(BodyPublishers.ofString("""
                                        {"email":"u%d@example.org","password":"seven brass lanterns in the fog",
                                         "organizationName":"Measured"}
                                        """.formatted(System.nanoTime())))
                                        .build(),
                                BodyHandlers.ofString())
                        .body());
    }

    @TearDown(Level.Trial)
    public void stop() {
        server.close();
    }

    /** A module's face. */
    public <T> T face(Class<T> type) {
        return server.getBean(type);
    }

    public String accessToken() {
        return registered.path("accessToken").asString();
    }

    public URI address(String path) {
        int port = ((WebServerApplicationContext) server).getWebServer().getPort();
        return URI.create("http://127.0.0.1:" + port + path);
    }
}
