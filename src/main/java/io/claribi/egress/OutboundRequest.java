package io.claribi.egress;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What is asked of another server.
 *
 * @param headers without those that frame a message or belong to the connection (RFC 9110 §7.6.1), which are not the
 *     caller's to set
 * @param body empty: none; its type is a header
 * @param within how long all of it may take, from looking up the name to the last byte of the answer
 * @param mostBytes of the answer's body
 * @throws IllegalArgumentException if a method or header can't be sent as it is
 */
public record OutboundRequest(
        String method, URI url, Map<String, String> headers, byte[] body, Duration within, int mostBytes) {
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE");
    private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final Pattern VALUE = Pattern.compile("[\\t\\x20-\\x7e]*");
    private static final Set<String> NOT_THE_CALLERS = Set.of(
            "host",
            "content-length",
            "transfer-encoding",
            "connection",
            "keep-alive",
            "proxy-connection",
            "proxy-authorization",
            "te",
            "trailer",
            "upgrade",
            "expect");

    public OutboundRequest {
        if (!METHODS.contains(method)) {
            throw new IllegalArgumentException("Requests of this method are not sent: " + method);
        }
        headers = Map.copyOf(headers);
        headers.forEach(OutboundRequest::check);
    }

    private static void check(String name, String value) {
        if (!NAME.matcher(name).matches() || NOT_THE_CALLERS.contains(name.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("This header can't be given: " + name);
        }
        if (!VALUE.matcher(value).matches()) {
            throw new IllegalArgumentException("The value of this header can't be sent: " + name);
        }
    }

    /** Without path, headers and body, which may hold secrets. */
    @Override
    public String toString() {
        return "%s %s://%s".formatted(method, url.getScheme(), url.getHost());
    }
}
