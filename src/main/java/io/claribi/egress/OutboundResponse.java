package io.claribi.egress;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * What another server answered.
 *
 * @param headers by their names in lower case
 */
public record OutboundResponse(int status, Map<String, List<String>> headers, byte[] body) {
    public OutboundResponse {
        headers = Map.copyOf(headers);
    }

    /** The body as UTF-8. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** Without headers and body, which may hold secrets. */
    @Override
    public String toString() {
        return "%d, %d bytes".formatted(status, body.length);
    }
}
