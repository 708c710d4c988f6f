package io.claribi.bench.harness;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An organization with its owner, registered over HTTP like anybody's. */
public final class Tenant {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String PASSWORD = "seven brass lanterns in the fog";
    private static final Set<String> UNFINISHED = Set.of("queued", "running");
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final URI base;
    private final String email = "u" + UUID.randomUUID() + "@example.org";
    private String token = "";

    private Tenant(int port) {
        base = URI.create("http://127.0.0.1:" + port);
    }

    public static Tenant register(ClaribiServer server) throws IOException, InterruptedException {
        var tenant = new Tenant(server.process().port());
        tenant.token = tenant.post("/auth/register", """
                        {"email":"%s","password":"%s","organizationName":"Measured"}
                        """.formatted(tenant.email, PASSWORD))
                .path("accessToken")
                .asString();
        return tenant;
    }

    /** A request to log in, each time for a new session. */
    public HttpRequest logInRequest() {
        return HttpRequest.newBuilder(base.resolve("/api/v1/auth/login"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("""
                        {"email":"%s","password":"%s"}
                        """.formatted(email, PASSWORD)))
                .build();
    }

    /** Takes a new token; the one before is good for minutes only. */
    public void logIn() throws IOException, InterruptedException {
        token = read(HTTP.send(logInRequest(), BodyHandlers.ofString()))
                .path("accessToken")
                .asString();
    }

    public HttpRequest get(String path) {
        return request(path).build();
    }

    public HttpRequest postRequest(String path, String json) {
        return request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json))
                .build();
    }

    public JsonNode read(String path) throws IOException, InterruptedException {
        return read(HTTP.send(get(path), BodyHandlers.ofString()));
    }

    public JsonNode post(String path, String json) throws IOException, InterruptedException {
        return read(HTTP.send(postRequest(path, json), BodyHandlers.ofString()));
    }

    public JsonNode delete(String path) throws IOException, InterruptedException {
        return read(HTTP.send(request(path).DELETE().build(), BodyHandlers.ofString()));
    }

    /** Sends a file and returns the job that imports it. */
    public JsonNode upload(Path file) throws IOException, InterruptedException {
        String boundary = UUID.randomUUID().toString();
        BodyPublisher form = BodyPublishers.concat(
                BodyPublishers.ofString("""
                        --%s\r
                        Content-Disposition: form-data; name="file"; filename="%s"\r
                        Content-Type: application/octet-stream\r
                        \r
                        """.formatted(boundary, file.getFileName())),
                BodyPublishers.ofFile(file),
                BodyPublishers.ofString("\r\n--%s--\r\n".formatted(boundary)));
        var request = request("/data-sources/upload")
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(form)
                .build();
        return read(HTTP.send(request, BodyHandlers.ofString()));
    }

    /** The job's result, once it has ended well. */
    public JsonNode finished(JsonNode job) throws IOException, InterruptedException {
        JsonNode now = job;
        while (UNFINISHED.contains(now.path("status").asString())) {
            // The server reckons the time; who asks often takes it from what is measured.
            Thread.sleep(250);
            now = read("/jobs/" + job.path("id").asString());
        }
        if (!now.path("status").asString().equals("succeeded")) {
            throw new IllegalStateException("The job failed: " + now);
        }
        return now.path("result");
    }

    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(base.resolve("/api/v1" + path));
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private static JsonNode read(HttpResponse<String> answer) {
        if (answer.statusCode() >= 400) {
            throw new IllegalStateException(
                    "%s answered %d: %s".formatted(answer.uri(), answer.statusCode(), answer.body()));
        }
        return answer.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(answer.body());
    }
}
