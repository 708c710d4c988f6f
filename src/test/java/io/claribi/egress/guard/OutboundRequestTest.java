package io.claribi.egress.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claribi.egress.OutboundRequest;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutboundRequestTest {

    @ParameterizedTest
    @CsvSource({
        "Host, inside.example",
        "content-length, 0",
        "Transfer-Encoding, chunked",
        "Connection, close",
        "Upgrade, h2c",
        "Expect, 100-continue",
        "Proxy-Authorization, Basic",
        "'X Y', a",
        "'', a",
        "'X:', a"
    })
    void leavesFramingAndTheConnectionToTheClient(String name, String value) {
        assertThatThrownBy(() -> request("GET", Map.of(name, value))).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nHost: b", "a\nb", "a\u0000", "ä", "a\u007f"})
    void hasHeadersOfOneLine(String value) {
        assertThatThrownBy(() -> request("GET", Map.of("X-Key", value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CONNECT", "TRACE", "get", "GET / HTTP/1.1\r\n", ""})
    void isOfAnOrdinaryMethod(String method) {
        assertThatThrownBy(() -> request(method, Map.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void tellsNothingButWhereItGoes() {
        assertThat(request("GET", Map.of("Authorization", "Bearer hush"))).hasToString("GET https://api.example.com");
    }

    private static OutboundRequest request(String method, Map<String, String> headers) {
        return new OutboundRequest(
                method,
                URI.create("https://api.example.com/v1?key=hush"),
                headers,
                new byte[0],
                Duration.ofSeconds(1),
                1);
    }
}
