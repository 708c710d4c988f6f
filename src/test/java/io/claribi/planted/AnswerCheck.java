package io.claribi.planted;

import io.claribi.planted.Planted.Kind;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Looks through every answer that a test gets, and plants the secrets that some of them are there to give. */
public final class AnswerCheck {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    /** Exports are data; their first part is enough. */
    private static final int LONGEST = 1 << 20;

    /** Answers that carry a secret, once, because that is what they are for. All others must not. */
    private static final List<Carrier> CARRIERS = List.of(
            new Carrier(
                    "POST /api/v1/auth/(register|login|mfa|passkey|refresh|invitations/accept)",
                    Set.of("accessToken", "refreshToken", "mfaToken"),
                    "begin a session or go on with one"),
            new Carrier(
                    "POST /api/v1/me/(organization|password)",
                    Set.of("accessToken", "refreshToken"),
                    "go on with the session in another place, or in a new one"),
            new Carrier(
                    "POST /api/v1/me/mfa/totp",
                    Set.of("secret", "otpauthUri", "qrSvg"),
                    "the authenticator needs the seed, this once"),
            new Carrier(
                    "POST /api/v1/me/mfa/(totp/confirm|backup-codes)",
                    Set.of("backupCodes"),
                    "the codes are shown this once"),
            new Carrier("POST /api/v1/api-keys", Set.of("key"), "the key is shown this once"));

    private AnswerCheck() {}

    /**
     * @param route method and path, without query
     * @throws AssertionError if the answer holds a secret that is not its to give
     */
    public static void check(String route, HttpHeaders headers, byte[] body) {
        Carrier carrier = CARRIERS.stream()
                .filter(one -> one.routes().matcher(route).matches())
                .findFirst()
                .orElse(Carrier.NONE);
        List<String> cookies = headers.allValues("Set-Cookie");
        String text = withoutGiven(carrier, body) + headers(headers, carrier);
        List<Planted.Secret> found = Planted.findIn(text);
        if (!found.isEmpty()) {
            throw new AssertionError("The answer to %s holds what it must not: %s".formatted(route, found));
        }
        Kept.OF_THE_SUITE.keep("the answer to " + route, text);
        cookies.forEach(AnswerCheck::plantCookie);
    }

    private static String withoutGiven(Carrier carrier, byte[] body) {
        String text = new String(body, 0, Math.min(body.length, LONGEST), StandardCharsets.UTF_8);
        if (carrier.fields().isEmpty()) {
            return text;
        }
        try {
            JsonNode answer = JSON.readTree(text);
            if (answer instanceof ObjectNode object) {
                for (String field : carrier.fields()) {
                    JsonNode given = object.remove(field);
                    if (given != null) {
                        SecretFields.plantAll(SecretFields.KINDS.getOrDefault(field, Kind.SEED), given);
                    }
                }
            }
            return answer.toString();
        } catch (JacksonException e) {
            return text;
        }
    }

    private static String headers(HttpHeaders headers, Carrier carrier) {
        var text = new StringBuilder();
        for (Map.Entry<String, List<String>> header : headers.map().entrySet()) {
            boolean given = header.getKey().equalsIgnoreCase("Set-Cookie") && carrier != Carrier.NONE;
            if (!given) {
                text.append('\n').append(header.getKey()).append(": ").append(header.getValue());
            }
        }
        return text.toString();
    }

    private static void plantCookie(String cookie) {
        int value = cookie.indexOf('=') + 1;
        int end = cookie.indexOf(';', value);
        Planted.plant(Kind.TOKEN, cookie.substring(value, end < 0 ? cookie.length() : end));
    }

    private record Carrier(Pattern routes, Set<String> fields, String reason) {
        static final Carrier NONE = new Carrier("", Set.of(), "gives nothing away");

        Carrier(String routes, Set<String> fields, String reason) {
            this(Pattern.compile(routes), fields, reason);
        }
    }
}
