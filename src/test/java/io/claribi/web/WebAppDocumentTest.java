package io.claribi.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.claribi.testing.Api;
import io.claribi.testing.ServerTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Holds the document from which the web app's types are made against the one that the server serves. */
@ServerTest
class WebAppDocumentTest {
    private static final Path COPY = Path.of("web/openapi.json");
    private static final String WRITE = "openapi.write";

    private final Api api;

    WebAppDocumentTest(@LocalServerPort int port) {
        this.api = Api.anonymous(port);
    }

    @Test
    void isACopyOfTheServers() throws IOException {
        String served = legible(api.get("/openapi.json").expect(200).text());

        if (System.getProperty(WRITE) != null) {
            Files.writeString(COPY, served, UTF_8);
        }

        assertThat(COPY)
                .as(
                        "web/openapi.json is stale: run mvn test -Dtest=WebAppDocumentTest -D%s, then npm run generate",
                        WRITE)
                .hasContent(served);
    }

    /** Indented, in the order of names, so that a change of the document is a small one of the file. */
    private static String legible(String document) {
        JsonMapper mapper = JsonMapper.builder()
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .build();
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        return mapper.writer()
                        .with(new DefaultPrettyPrinter()
                                .withObjectIndenter(lines)
                                .withArrayIndenter(lines))
                        .writeValueAsString(mapper.readValue(document, Object.class))
                + "\n";
    }
}
