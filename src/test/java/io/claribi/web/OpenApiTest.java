package io.claribi.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.claribi.testing.Api;
import io.claribi.testing.Api.Answer;
import io.claribi.testing.ServerTest;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@ServerTest
class OpenApiTest {
    private final Api api;

    OpenApiTest(@LocalServerPort int port) {
        this.api = Api.anonymous(port);
    }

    @Test
    void saysOfEachOperationWhoMayCallItAndHowItFails() {
        JsonNode document = api.get("/openapi.json").expect(200).json();

        Set<String> ids = new HashSet<>();
        for (JsonNode path : document.path("paths")) {
            for (JsonNode operation : path) {
                assertThat(ids.add(operation.path("operationId").asString())).isTrue();
                assertThat(operation.has("security")).isTrue();
                assertThat(operation
                                .at("/responses/default/content/application~1problem+json/schema/$ref")
                                .asString())
                        .isEqualTo("#/components/schemas/Problem");
            }
        }
        assertThat(ids).contains("authLogin", "authRegister", "meGet");
        assertThat(document.at("/paths/~1api~1v1~1me/get/security/0").has("bearer"))
                .isTrue();
        assertThat(document.at("/paths/~1api~1v1~1me/get/security/1").has("apiKey"))
                .isTrue();
        assertThat(document.at("/paths/~1api~1v1~1me/patch/security").size()).isOne();
        assertThat(document.at("/components/securitySchemes/apiKey/name").asString())
                .isEqualTo("X-API-Key");
        assertThat(document.at("/paths/~1api~1v1~1auth~1login/post/security").isEmpty())
                .isTrue();
    }

    @Test
    void requiresWhatIsNotNullable() {
        JsonNode schema = api.get("/openapi.json").json().at("/components/schemas/AuthRegisterRequest");

        assertThat(schema.path("required").valueStream().map(JsonNode::asString))
                .containsExactlyInAnyOrder("email", "password", "organizationName");
    }

    @Test
    void tellsRecordsOfTheSameNameApart() {
        JsonNode schemas = api.get("/openapi.json").json().at("/components/schemas");

        assertThat(schemas.at("/StatisticsColumn/properties").has("distinct")).isTrue();
        assertThat(schemas.at("/QueryResultColumn/properties").propertyNames()).containsExactly("name", "type");
    }

    @Test
    void hasAPageWithoutAnythingInlineOrFromElsewhere() {
        Answer page = api.get("/docs").expect(200);

        assertThat(page.text())
                .contains("/api/v1/docs/docs.js")
                .doesNotContain("<style", " style=", "http://", "https://");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("script-src 'self'")
                .doesNotContain("unsafe");
        assertThat(api.get("/docs/docs.js").expect(200).headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/javascript"));
        assertThat(api.get("/docs/docs.css").expect(200).text()).contains("color-scheme");
        assertThat(api.get("/docs/docs.html").status()).isEqualTo(404);
        assertThat(api.get("/openapi.json.yaml").status()).isEqualTo(404);
    }

    @Test
    void answersWhetherTheServerIsAliveAndReady() {
        assertThat(api.get("/health/live").text()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(api.get("/health/ready").text()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(api.get("/.well-known/jwks.json").expect(200).text()).doesNotContain("\"d\"");
    }
}
