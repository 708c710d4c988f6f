package io.claribi.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The routes of an OpenAPI document and what they declare to answer, closed: a member that no schema names is refused. */
final class OpenApiCopy {
    private static final String IRI = "https://claribi.test/openapi.json";
    /** Where all schemas of answers stand side by side, so that a reference to one needs no escapes. */
    private static final String ANSWERS = "answers";

    private static final String ANY_FAILURE = "default";

    private final List<Route> routes = new ArrayList<>();
    private final Declared failure;

    private OpenApiCopy(ObjectNode document) {
        ArrayNode answers = document.putArray(ANSWERS);
        List<Waiting> waiting = new ArrayList<>();
        document.path("paths")
                .forEachEntry((path, methods) -> methods.forEachEntry((method, operation) ->
                        waiting.add(new Waiting(method, path, numbered(operation.path("responses"), answers)))));
        document.path("components").path("schemas").forEach(OpenApiCopy::close);
        answers.forEach(OpenApiCopy::close);
        SchemaRegistry registry = registry(document);
        for (Waiting route : waiting) {
            routes.add(route.with(registry));
        }
        routes.sort(Comparator.comparing(Route::pattern));
        failure = Optional.ofNullable(routes.getFirst().statuses().get(ANY_FAILURE))
                .orElseThrow();
    }

    static OpenApiCopy read(Path file) {
        try {
            JsonNode document = JsonMapper.shared().readTree(Files.readString(file, UTF_8));
            return new OpenApiCopy((ObjectNode) document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the route declares for the status; what is no route at all can only fail, as all routes do. */
    Optional<Declared> find(String method, String path, int status) {
        PathContainer parsed = PathContainer.parsePath(path);
        String sought = method.equals("HEAD") ? "GET" : method;
        Optional<Route> route = routes.stream()
                .filter(one -> one.method().equals(sought) && one.pattern().matches(parsed))
                .findFirst();
        Declared own =
                route.map(one -> one.statuses().get(Integer.toString(status))).orElse(null);
        return Optional.ofNullable(own == null && status >= 400 ? failure : own);
    }

    private static SchemaRegistry registry(ObjectNode document) {
        return SchemaRegistry.withDefaultDialect(
                Dialects.getOpenApi31(),
                builder -> builder.schemas(Map.of(IRI, document.toString()))
                        .schemaRegistryConfig(SchemaRegistryConfig.builder()
                                .formatAssertionsEnabled(true)
                                .locale(Locale.ENGLISH)
                                .build()));
    }

    /** Media types by status, each with the place of its schema in the list of them all. */
    private static Map<String, Map<String, Integer>> numbered(JsonNode responses, ArrayNode answers) {
        Map<String, Map<String, Integer>> statuses = new HashMap<>();
        responses.forEachEntry((status, response) -> {
            Map<String, Integer> content = new HashMap<>();
            response.path("content").forEachEntry((type, described) -> {
                content.put(type, answers.size());
                answers.add(described.path("schema").asObjectOpt().orElseGet(answers::objectNode));
            });
            statuses.put(status, content);
        });
        return statuses;
    }

    /** JSON Schema lets any further member pass unless it is told not to. */
    private static void close(JsonNode schema) {
        if (!(schema instanceof ObjectNode object)) {
            return;
        }
        if (object.has("properties") && !object.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
        object.path("properties").forEach(OpenApiCopy::close);
        object.path("oneOf").forEach(OpenApiCopy::close);
        close(object.path("items"));
        close(object.path("additionalProperties"));
    }

    /** @param content by media type; nothing if the answer has no body */
    record Declared(Map<String, Schema> content) {}

    private record Route(String method, PathPattern pattern, Map<String, Declared> statuses) {}

    private record Waiting(String method, String path, Map<String, Map<String, Integer>> statuses) {
        Route with(SchemaRegistry registry) {
            Map<String, Declared> declared = new HashMap<>();
            statuses.forEach((status, content) -> {
                Map<String, Schema> schemas = new HashMap<>();
                content.forEach((type, number) ->
                        schemas.put(type, registry.getSchema(SchemaLocation.of(IRI + "#/" + ANSWERS + "/" + number))));
                declared.put(status, new Declared(schemas));
            });
            return new Route(method.toUpperCase(Locale.ROOT), PathPatternParser.defaultInstance.parse(path), declared);
        }
    }
}
