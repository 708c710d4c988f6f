package io.claribi.testing;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import io.claribi.testing.Api.Answer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;

/**
 * Holds every answer that a test gets against the OpenAPI document: the route declares its status and its media type, and
 * the body is what the schema says and no more. The document is the web app's copy, which {@code WebAppDocumentTest}
 * holds against the server's own, so that no server has to make it anew.
 */
final class DocumentedAnswers {
    private static final OpenApiCopy DOCUMENT = OpenApiCopy.read(Path.of("web/openapi.json"));
    /** What isn't the API: the document and its page, health, public keys and the web app. */
    private static final Pattern OUTSIDE = Pattern.compile("/api/v1/(openapi\\.json|docs(/.*)?)|(?!/api/).*");

    private DocumentedAnswers() {}

    /**
     * @param path without query
     * @throws AssertionError if the document does not say so
     */
    static void check(String method, String path, Answer answer) {
        if (OUTSIDE.matcher(path).matches()) {
            return;
        }
        problem(method, path, answer).ifPresent(said -> {
            throw new AssertionError("The OpenAPI document does not tell of the answer %d to %s %s: %s%n%s"
                    .formatted(answer.status(), method, path, said, answer.text()));
        });
    }

    private static Optional<String> problem(String method, String path, Answer answer) {
        Optional<OpenApiCopy.Declared> declared = DOCUMENT.find(method, path, answer.status());
        if (declared.isEmpty()) {
            return Optional.of("no such status");
        }
        if (method.equals("HEAD")) {
            return Optional.empty();
        }
        String type = answer.headers()
                .firstValue("Content-Type")
                .map(header -> header.replaceFirst("\\s*;.*", ""))
                .orElse("");
        if (declared.get().content().isEmpty()) {
            return type.isEmpty() && answer.bytes().length == 0 ? Optional.empty() : Optional.of("no body");
        }
        Schema schema = declared.get().content().get(type);
        if (schema == null) {
            return Optional.of("no media type '%s', but %s"
                    .formatted(type, declared.get().content().keySet()));
        }
        return type.endsWith("json") ? mismatch(schema, answer) : Optional.empty();
    }

    private static Optional<String> mismatch(Schema schema, Answer answer) {
        try {
            List<Error> errors = schema.validate(answer.json());
            return errors.isEmpty()
                    ? Optional.empty()
                    : Optional.of(errors.stream().map(Error::toString).collect(Collectors.joining("; ")));
        } catch (JacksonException e) {
            return Optional.of("no JSON");
        }
    }
}
