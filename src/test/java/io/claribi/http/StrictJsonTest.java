package io.claribi.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.claribi.testing.Api;
import io.claribi.testing.Api.Answer;
import io.claribi.testing.Api.Call;
import io.claribi.testing.ServerTest;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServerTest
class StrictJsonTest {
    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");

    private final int port;

    StrictJsonTest(@LocalServerPort int port) {
        this.port = port;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"email":"a","password":"b","admin":true}            | 400 | MALFORMED_JSON | admin
            {"email":"a","password":"b","password":"c"}          | 400 | MALFORMED_JSON | password
            {"email":"a","password":"b"} {}                      | 400 | MALFORMED_JSON |
            {"email":"a","password":"b"},                        | 400 | MALFORMED_JSON |
            {"email":1,"password":"b"}                           | 400 | MALFORMED_JSON | email
            {"email":true,"password":"b"}                        | 400 | MALFORMED_JSON | email
            {"email":1.5,"password":"b"}                         | 400 | MALFORMED_JSON | email
            {"email":["a"],"password":"b"}                       | 400 | MALFORMED_JSON | email
            {"email":{},"password":"b"}                          | 400 | MALFORMED_JSON | email
            {"Email":"a","password":"b"}                         | 400 | MALFORMED_JSON | Email
            {"email":"a","password":"b","refreshTokenIn":"x"}    | 400 | MALFORMED_JSON | refreshTokenIn
            {"email":"a","password":"b","refreshTokenIn":0}      | 400 | MALFORMED_JSON | refreshTokenIn
            {"email":"a","password":"b","refreshTokenIn":""}     | 400 | MALFORMED_JSON | refreshTokenIn
            {"email":"a","password":"b","refreshTokenIn":"BODY"} | 400 | MALFORMED_JSON | refreshTokenIn
            {'email':'a','password':'b'}                         | 400 | MALFORMED_JSON |
            {"email":"a","password":"b",}                        | 400 | MALFORMED_JSON |
            {"email":"a"/**/,"password":"b"}                     | 400 | MALFORMED_JSON |
            {"email":"a","password":"b"                          | 400 | MALFORMED_JSON |
            {"email":NaN,"password":"b"}                         | 400 | MALFORMED_JSON |
            []                                                   | 400 | MALFORMED_JSON |
            "a"                                                  | 400 | MALFORMED_JSON |
            7                                                    | 400 | MALFORMED_JSON |
            null                                                 | 400 | MALFORMED_JSON |
            ``                                                   | 400 | MALFORMED_JSON |
            {"email":"a"}                                        | 422 | INVALID_INPUT  | password
            {"email":"a","password":null}                        | 422 | INVALID_INPUT  | password
            {"email":"a\\u0000","password":"b"}                  | 422 | INVALID_INPUT  | email
            {"email":"a","password":"\\ud800"}                   | 422 | INVALID_INPUT  | password
            """)
    void refusesWhatIsNotToTheLetter(String json, int status, String code, String field) {
        Answer answer = Api.anonymous(port).post("/auth/login", json);

        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.json().at("/errors/0/field").asString(null)).isEqualTo(field);
    }

    @Test
    void namesTheValuesOfAChoiceAsTheyAreWritten() {
        Answer answer = Api.anonymous(port)
                .post("/auth/login", "{\"email\":\"a\",\"password\":\"b\",\"refreshTokenIn\":\"x\"}");

        assertThat(answer.json().at("/errors/0/message").asString()).isEqualTo("must be one of cookie, body");
    }

    @Test
    void refusesABodyThatIsTooLargeWhetherItSaysSoOrNot() {
        byte[] body = ("{\"email\":\"" + "a".repeat(1 << 20) + "\",\"password\":\"b\"}").getBytes();

        Answer announced = send(new Call("POST", "/auth/login", JSON, BodyPublishers.ofByteArray(body)));
        Answer chunked = send(new Call(
                "POST", "/auth/login", JSON, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))));

        assertThat(announced.status()).isEqualTo(413);
        assertThat(chunked.status()).isEqualTo(413);
        assertThat(chunked.code()).isEqualTo("REQUEST_TOO_LARGE");
    }

    @Test
    void refusesABodyThatIsTooDeep() {
        Answer answer = Api.anonymous(port).post("/auth/login", "{\"x\":" + "[".repeat(100) + "]".repeat(100) + "}");

        assertThat(answer.status()).isEqualTo(400);
    }

    @Test
    void refusesBytesThatAreNotUtf8() {
        byte[] body = {'{', '"', 'e', 'm', 'a', 'i', 'l', '"', ':', '"', (byte) 0xC3, (byte) 0x28, '"', '}'};

        assertThat(send(new Call("POST", "/auth/login", JSON, BodyPublishers.ofByteArray(body)))
                        .status())
                .isEqualTo(400);
    }

    private Answer send(Call call) {
        return Api.anonymous(port).send(call);
    }
}
