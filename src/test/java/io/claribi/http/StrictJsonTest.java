package io.claribi.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.claribi.testing.Api;
import io.claribi.testing.Api.Answer;
import io.claribi.testing.Api.Call;
import io.claribi.testing.ServerTest;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
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
            {"email":"a","password":"\\udc00\\ud800"}             | 422 | INVALID_INPUT  | password
            {"email":"a","password":"b","\\ud800":1}             | 400 | MALFORMED_JSON |
            {"email":"a","\\u0065mail":"b","password":"c"}       | 400 | MALFORMED_JSON | email
            {"email":"a","password":"b","":1}                    | 400 | MALFORMED_JSON |
            {"email":"\\u00zz","password":"b"}                   | 400 | MALFORMED_JSON |
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

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":1,\"a\":2}", "{\"a\":{\"b\":1,\"b\":2}}", "[{\"b\":1,\"\\u0062\":2}]"})
    void refusesTheSameInWhatIsPassedOn(String credential) {
        Answer answer = Api.anonymous(port).post("/auth/passkey", "{\"credential\":%s}".formatted(credential));

        assertThat(answer.status()).as(answer.text()).isIn(400, 401, 422);
    }

    @Test
    void refusesNumbersAndNamesWithoutEnd() {
        for (String body : new String[] {
            "{\"email\":%s}".formatted("9".repeat(5_000)),
            "{\"%s\":1}".formatted("k".repeat(15_000)),
            "{" + "\"a\":{".repeat(70) + "}".repeat(71)
        }) {
            assertThat(Api.anonymous(port).post("/auth/login", body).code()).isEqualTo("MALFORMED_JSON");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"C328", "FF", "C0AF", "EDA080", "F4908080", "E282", "80"})
    void refusesBytesThatAreNotUtf8(String bytes) {
        byte[] body = ("{\"email\":\"" + new String(HexFormat.of().parseHex(bytes), ISO_8859_1)
                        + "\",\"password\":\"b\"}")
                .getBytes(ISO_8859_1);

        Answer answer = send(new Call("POST", "/auth/login", JSON, BodyPublishers.ofByteArray(body)));

        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("MALFORMED_JSON");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16BE", "UTF-16LE", "UTF-32BE", "UTF-32LE"})
    void readsNoCharsetButUtf8WhateverTheBytesLookLike(String charset) {
        byte[] body = "{\"email\":\"a\",\"password\":\"b\"}".getBytes(Charset.forName(charset));

        Answer answer = send(new Call("POST", "/auth/login", JSON, BodyPublishers.ofByteArray(body)));

        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("MALFORMED_JSON");
    }

    private Answer send(Call call) {
        return Api.anonymous(port).send(call);
    }
}
