package io.claribi.testing;

import io.claribi.planted.AnswerCheck;
import io.claribi.planted.SecretFields;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks to a real server over real HTTP, as one caller or as nobody. */
public final class Api {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final URI base;
    private final @Nullable String accessToken;

    private Api(URI base, @Nullable String accessToken) {
        this.base = base;
        this.accessToken = accessToken;
    }

    public static Api anonymous(int port) {
        return new Api(URI.create("http://localhost:" + port), null);
    }

    public int port() {
        return base.getPort();
    }

    public Api as(String token) {
        return new Api(base, token);
    }

    public Answer get(String path) {
        return send(new Call("GET", path, Map.of(), BodyPublishers.noBody()));
    }

    public Answer delete(String path) {
        return send(new Call("DELETE", path, Map.of(), BodyPublishers.noBody()));
    }

    public Answer post(String path, String json) {
        return send(Call.json("POST", path, json));
    }

    public Answer patch(String path, String json) {
        return send(Call.json("PATCH", path, json));
    }

    public Answer send(Call call) {
        try {
            HttpRequest request = request(call);
            Answer answer = Answer.of(HTTP.send(request, BodyHandlers.ofByteArray()));
            AnswerCheck.check(call.method() + " " + request.uri().getPath(), answer.headers(), answer.bytes());
            DocumentedAnswers.check(call.method(), request.uri().getPath(), answer);
            return answer;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The answer's body as it comes, for what is too large to be held. */
    public InputStream stream(Call call) throws IOException, InterruptedException {
        return HTTP.send(request(call), BodyHandlers.ofInputStream()).body();
    }

    private HttpRequest request(Call call) {
        String path = call.path().startsWith("/api/")
                        || call.path().startsWith("/.")
                        || call.path().startsWith("/health")
                ? call.path()
                : "/api/v1" + call.path();
        var request = HttpRequest.newBuilder(base.resolve(path))
                .timeout(Duration.ofMinutes(2))
                .method(call.method(), call.body());
        if (accessToken != null) {
            request.header("Authorization", "Bearer " + accessToken);
        }
        call.headers().forEach(request::header);
        return request.build();
    }

    /** A request to make. */
    public record Call(String method, String path, Map<String, String> headers, BodyPublisher body) {
        public static Call json(String method, String path, String json) {
            SecretFields.plant(json);
            return new Call(method, path, Map.of("Content-Type", "application/json"), BodyPublishers.ofString(json));
        }

        public static Call upload(String path, Multipart form) {
            return new Call("POST", path, Map.of("Content-Type", form.contentType()), form.body());
        }

        public Call with(String header, String value) {
            var more = new LinkedHashMap<>(headers);
            more.put(header, value);
            return new Call(method, path, more, body);
        }
    }

    /** What came back. */
    public record Answer(int status, java.net.http.HttpHeaders headers, byte[] bytes) {
        static Answer of(HttpResponse<byte[]> response) {
            return new Answer(response.statusCode(), response.headers(), response.body());
        }

        public String text() {
            return new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
        }

        public JsonNode json() {
            return JSON.readTree(bytes);
        }

        public String code() {
            return json().path("code").asString("");
        }

        /** The answer, if it has this status. */
        public Answer expect(int expected) {
            if (status != expected) {
                throw new AssertionError("Expected %d but got %d: %s".formatted(expected, status, text()));
            }
            return this;
        }
    }
}
