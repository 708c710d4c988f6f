package io.claribi.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.claribi.testing.Api;
import io.claribi.testing.Api.Answer;
import io.claribi.testing.ServerTest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.HandlerExecutionChain;

@ServerTest
class SecurityHeadersTest {
    private final int port;

    SecurityHeadersTest(@LocalServerPort int port) {
        this.port = port;
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/me", "/api/v1/openapi.json", "/api/v1/nothing", "/api/v1//x", "/health/live"})
    void standOnEveryAnswer(String path) {
        Answer answer = Api.anonymous(port).get(path);

        assertHeader(answer, "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        assertHeader(answer, "X-Content-Type-Options", "nosniff");
        assertHeader(answer, "Referrer-Policy", "no-referrer");
        assertHeader(answer, "Cross-Origin-Opener-Policy", "same-origin");
        assertHeader(answer, "Cross-Origin-Resource-Policy", "same-origin");
        assertHeader(answer, "Cache-Control", "no-store");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
        assertThat(answer.headers().firstValue("Server")).isEmpty();
        assertThat(answer.headers().firstValue("Strict-Transport-Security")).isEmpty();
    }

    @Test
    void askForHttpsOnHttpsAlone() throws Exception {
        var request = new MockHttpServletRequest("GET", "/");
        request.setSecure(true);
        var response = new MockHttpServletResponse();

        new SecurityHeaders().doFilter(request, response, new MockFilterChain());

        assertThat(response.getHeader("Strict-Transport-Security")).startsWith("max-age=31536000");
    }

    @Test
    void giveThePageAFreshNonceEachTime() throws Exception {
        assertThat(nonceOfPage()).hasSizeGreaterThanOrEqualTo(22).isNotEqualTo(nonceOfPage());
    }

    private static String nonceOfPage() throws Exception {
        var page = new IndexPage(
                new ByteArrayResource("<meta name=nonce content=__CSP_NONCE__><b>__CSP_NONCE__</b>".getBytes(UTF_8)));
        var response = new MockHttpServletResponse();

        page.handleRequest(new MockHttpServletRequest("GET", "/"), response);

        Matcher policy = Pattern.compile("style-src 'self' 'nonce-([^']+)'")
                .matcher(String.valueOf(response.getHeader("Content-Security-Policy")));
        assertThat(policy.find()).isTrue();
        assertThat(response.getContentAsString())
                .isEqualTo("<meta name=nonce content=%1$s><b>%1$s</b>".formatted(policy.group(1)));
        assertThat(response.getHeader("Content-Security-Policy"))
                .contains("script-src 'self';", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        return policy.group(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GET  | /                  | text/html        | true
            GET  | /dashboards/7      | text/html,*/*    | true
            HEAD | /login             | */*              | true
            GET  | /index.html        |                  | true
            POST | /login             | text/html        | false
            GET  | /dashboards/7      | application/json | false
            GET  | /favicon.svg       | text/html        | false
            GET  | /assets/x          | text/html        | false
            GET  | /api               | text/html        | false
            GET  | /api/v1/nothing    | text/html        | false
            GET  | /apiary            | text/html        | true
            GET  | /health/x          | text/html        | false
            GET  | /.well-known/x     | text/html        | false
            GET  | /login             | nonsense         | false
            """)
    void servesThePageForTheAppsOwnAddresses(String method, String path, String accept, boolean served)
            throws Exception {
        var mapping = new WebAppMapping(new IndexPage(new ByteArrayResource(new byte[0])));
        var request = new MockHttpServletRequest(method, path);
        if (accept != null) {
            request.addHeader("Accept", accept);
        }

        HandlerExecutionChain found = mapping.getHandler(request);

        assertThat(found != null).isEqualTo(served);
    }

    private static void assertHeader(Answer answer, String name, String value) {
        assertThat(answer.headers().allValues(name)).as(name).containsExactly(value);
    }
}
