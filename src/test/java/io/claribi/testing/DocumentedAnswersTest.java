package io.claribi.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claribi.testing.Api.Answer;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The comparison of answers with the OpenAPI document sees where they differ. */
class DocumentedAnswersTest {
    private static final String JSON = "application/json;charset=UTF-8";
    private static final String PROBLEM = "application/problem+json";
    private static final String REGISTRATION = "/api/v1/auth/registration";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            auth/registration | {'mode':'open','more':1}             | 'more' is not defined
            auth/registration | {'domains':[]}                       | required property 'mode'
            auth/registration | {'mode':'ajar'}                      | enumeration
            auth/registration | {'mode':'open','domains':null}       | null found, array expected
            auth/registration | {'mode':'open','domains':[1]}        | integer found, string expected
            auth/registration | {'mode'                              | no JSON
            organization      | {'id':'1','name':'a','plan':'trial'} | uuid pattern
            """)
    void tellsOfABodyThatItsSchemaDoesNot(String path, String body, String said) {
        assertThatThrownBy(() -> DocumentedAnswers.check("GET", "/api/v1/" + path, answer(200, JSON, body)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(said);
    }

    @ParameterizedTest
    @CsvSource({
        "201, application/json, no such status",
        "204, '', no such status",
        "200, text/html, no media type 'text/html'",
        "200, '', no media type ''",
        "400, application/json, no media type 'application/json'",
    })
    void tellsOfAStatusOrMediaTypeThatTheRouteDoesNotDeclare(int status, String type, String said) {
        assertThatThrownBy(() -> DocumentedAnswers.check(
                        "GET", REGISTRATION, answer(status, type, "{'mode':'open','domains':[]}")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(said);
    }

    @Test
    void tellsOfABodyWhereNoneIsDeclared() {
        assertThatThrownBy(() -> DocumentedAnswers.check("POST", "/api/v1/auth/logout", answer(204, JSON, "{}")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("no body");
    }

    @Test
    void tellsOfAFailureThatIsNoProblem() {
        String whole = "{'type':'about:blank','title':'Not Found','status':404,'instance':'/x','code':'NOT_FOUND',"
                + "'traceId':'1','errors':[],'permission':'view_users'}";

        assertThatCode(() -> DocumentedAnswers.check("GET", "/api/v1/nothing", answer(404, PROBLEM, whole)))
                .doesNotThrowAnyException();
        for (String member : List.of("title", "status", "instance", "code", "traceId")) {
            assertThatThrownBy(() -> DocumentedAnswers.check(
                            "GET", "/api/v1/me", answer(404, PROBLEM, whole.replace("'" + member + "'", "'other'"))))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("'" + member + "'");
        }
    }

    @Test
    void findsTheRouteThatIsMeant() {
        assertThatCode(() -> DocumentedAnswers.check(
                        "GET", "/api/v1/data-sources/samples", answer(200, JSON, "{'items':[]}")))
                .doesNotThrowAnyException();
        assertThatThrownBy(() ->
                        DocumentedAnswers.check("GET", "/api/v1/data-sources/0197", answer(200, JSON, "{'items':[]}")))
                .isInstanceOf(AssertionError.class);
    }

    private static Answer answer(int status, String type, String body) {
        Map<String, List<String>> headers = type.isEmpty() ? Map.of() : Map.of("Content-Type", List.of(type));
        return new Answer(
                status,
                HttpHeaders.of(headers, (name, value) -> true),
                body.replace('\'', '"').getBytes(UTF_8));
    }
}
