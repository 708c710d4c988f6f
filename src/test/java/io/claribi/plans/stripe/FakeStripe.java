package io.claribi.plans.stripe;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.claribi.planted.Planted;
import io.claribi.planted.Planted.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.test.context.DynamicPropertyRegistry;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Stripe on this machine: a server that speaks the shapes of Stripe's API reference for what we ask of it, repeats its
 * answer to a repeated Idempotency-Key, and signs what it tells. What people do on Stripe's pages are its methods.
 */
public final class FakeStripe {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final long MONTH = 30L * 86_400;

    private final String apiKey = Planted.plant(Kind.KEY, "rk_test_" + UUID.randomUUID());
    private final String webhookSecret = Planted.plant(Kind.KEY, "whsec_" + UUID.randomUUID());
    private final HttpServer server;
    private final Map<String, ObjectNode> objects = new ConcurrentHashMap<>();
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private volatile boolean down;
    private volatile @Nullable Pause pause;

    public FakeStripe() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::serve);
        server.start();
    }

    /** Lets a server take payments here. */
    public void configure(DynamicPropertyRegistry settings) {
        String stripe = "claribi.plans.billing.stripe.";
        settings.add("claribi.plans.billing.provider", () -> "stripe");
        settings.add("claribi.egress.allow", () -> "127.0.0.1/32");
        settings.add(
                stripe + "api-base",
                () -> "http://127.0.0.1:" + server.getAddress().getPort());
        settings.add(stripe + "timeout", () -> "3s");
        settings.add(stripe + "api-key-file", () -> file(apiKey));
        settings.add(stripe + "webhook-secret-file", () -> file(webhookSecret));
        for (String plan : List.of("starter", "professional", "enterprise")) {
            settings.add(stripe + "prices." + plan, () -> "price_" + plan);
        }
    }

    private static Path file(String secret) {
        try {
            Path file = Files.createTempFile(
                    "stripe",
                    ".secret",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            file.toFile().deleteOnExit();
            return Files.writeString(file, secret + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What was asked so far of one path: a line a request, of method, path and parameters. */
    List<String> requests(String start) {
        return requests.stream().filter(request -> request.startsWith(start)).toList();
    }

    void goDown(boolean now) {
        down = now;
    }

    /** Makes out its next list of subscriptions, and keeps it back. */
    Pause holdNextList() {
        var next = new Pause();
        pause = next;
        return next;
    }

    /** Somebody pays on the page of a checkout; what Stripe tells then. */
    public List<String> pay(String checkoutUrl) {
        ObjectNode session = object(checkoutUrl.substring(checkoutUrl.lastIndexOf('/') + 1));
        ObjectNode subscription = subscription(session);
        session.put("status", "complete").put("payment_status", "paid").put("subscription", id(subscription));
        return List.of(
                event("customer.subscription.created", subscription), event("checkout.session.completed", session));
    }

    ObjectNode subscriptionOf(String customer) {
        return objects.values().stream()
                .filter(object -> isSubscriptionOf(object, customer))
                .findFirst()
                .orElseThrow();
    }

    ObjectNode object(String id) {
        return java.util.Objects.requireNonNull(objects.get(id), id);
    }

    /** An event about an object as it is now. */
    String event(String type, ObjectNode object) {
        return event(type, object, "evt_" + unique());
    }

    static String event(String type, ObjectNode object, String id) {
        ObjectNode event = JSON.createObjectNode()
                .put("id", id)
                .put("object", "event")
                .put("api_version", com.stripe.Stripe.API_VERSION)
                .put("created", Instant.now().getEpochSecond())
                .put("livemode", false)
                .put("pending_webhooks", 1)
                .put("type", type);
        event.putObject("data").set("object", object.deepCopy());
        return event.toString();
    }

    /** The header {@code Stripe-Signature} of a notice. */
    public String sign(String body, Instant moment) {
        return sign(body, moment, webhookSecret);
    }

    static String sign(String body, Instant moment, String key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(UTF_8), "HmacSHA256"));
            String signature =
                    HexFormat.of().formatHex(mac.doFinal((moment.getEpochSecond() + "." + body).getBytes(UTF_8)));
            return "t=%d,v1=%s,v0=%s".formatted(moment.getEpochSecond(), signature, "0".repeat(64));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            String sent = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            URI url = exchange.getRequestURI();
            Map<String, String> parameters = form(url.getRawQuery() == null ? sent : url.getRawQuery());
            requests.add("%s %s %s".formatted(exchange.getRequestMethod(), url.getPath(), parameters));
            Reply reply = reply(exchange, url.getPath(), parameters);
            byte[] body = reply.body().toString().getBytes(UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.getResponseHeaders().add("Request-Id", "req_" + unique());
            exchange.sendResponseHeaders(reply.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private Reply reply(HttpExchange exchange, String path, Map<String, String> parameters) {
        if (down) {
            return error(503, "api_error", "Try again later.");
        }
        if (!("Bearer " + apiKey).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            return error(401, "invalid_request_error", "Invalid API Key provided: " + apiKey);
        }
        if (exchange.getRequestMethod().equals("GET")) {
            return path.equals("/v1/subscriptions") ? list(parameters) : unknown(path);
        }
        String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        if (key == null) {
            return error(400, "invalid_request_error", "The tests want an Idempotency-Key of each change.");
        }
        Kept answer = kept.computeIfAbsent(key, made -> new Kept(path, parameters, change(path, parameters)));
        return answer.path().equals(path) && answer.parameters().equals(parameters)
                ? answer.reply()
                : error(400, "idempotency_error", "Keys for idempotent requests can only be used with the same.");
    }

    private Reply change(String path, Map<String, String> parameters) {
        return switch (path) {
            case "/v1/customers" -> made(customer(parameters));
            case "/v1/checkout/sessions" -> made(checkout(parameters));
            case "/v1/billing_portal/sessions" -> made(portal(parameters));
            default ->
                path.startsWith("/v1/subscriptions/")
                        ? update(path.substring("/v1/subscriptions/".length()), parameters)
                        : unknown(path);
        };
    }

    private ObjectNode customer(Map<String, String> parameters) {
        ObjectNode customer = created("customer", "cus_").put("name", parameters.get("name"));
        customer.set("metadata", nested(parameters, "metadata"));
        return customer;
    }

    private ObjectNode checkout(Map<String, String> parameters) {
        ObjectNode session = created("checkout.session", "cs_test_")
                .put("mode", parameters.get("mode"))
                .put("customer", parameters.get("customer"))
                .put("client_reference_id", parameters.get("client_reference_id"))
                .put("status", "open")
                .put("payment_status", "unpaid")
                .put("success_url", parameters.get("success_url"))
                .put("cancel_url", parameters.get("cancel_url"))
                .putNull("subscription");
        session.put("url", "https://checkout.stripe.com/c/pay/" + id(session));
        session.set("metadata", nested(parameters, "metadata"));
        // Kept for the subscription; Stripe does not show them in the session.
        session.put("_price", parameters.get("line_items[0][price]"));
        session.set("_metadata", nested(parameters, "subscription_data[metadata]"));
        return session;
    }

    private ObjectNode portal(Map<String, String> parameters) {
        ObjectNode session = created("billing_portal.session", "bps_")
                .put("customer", parameters.get("customer"))
                .put("return_url", parameters.get("return_url"));
        return session.put("url", "https://billing.stripe.com/p/session/" + id(session));
    }

    private ObjectNode subscription(ObjectNode session) {
        long now = Instant.now().getEpochSecond();
        ObjectNode subscription = created("subscription", "sub_")
                .put("customer", session.path("customer").asString())
                .put("status", "active")
                .put("collection_method", "charge_automatically")
                .put("cancel_at_period_end", false)
                .putNull("cancel_at")
                .putNull("ended_at");
        subscription.set("metadata", session.path("_metadata").deepCopy());
        ObjectNode item = JSON.createObjectNode()
                .put("id", "si_" + unique())
                .put("object", "subscription_item")
                .put("quantity", 1)
                .put("current_period_start", now)
                .put("current_period_end", now + MONTH);
        item.putObject("price")
                .put("id", session.path("_price").asString())
                .put("object", "price")
                .put("currency", "usd");
        ObjectNode items = subscription.putObject("items").put("object", "list").put("has_more", false);
        items.putArray("data").add(item);
        return subscription;
    }

    private Reply update(String id, Map<String, String> parameters) {
        ObjectNode subscription = objects.get(id);
        if (subscription == null) {
            return error(404, "invalid_request_error", "No such subscription: '%s'".formatted(id));
        }
        if (parameters.containsKey("cancel_at_period_end")) {
            subscription.put("cancel_at_period_end", Boolean.parseBoolean(parameters.get("cancel_at_period_end")));
        }
        return new Reply(200, subscription.deepCopy());
    }

    private Reply list(Map<String, String> parameters) {
        ObjectNode list = JSON.createObjectNode()
                .put("object", "list")
                .put("url", "/v1/subscriptions")
                .put("has_more", false);
        var data = list.putArray("data");
        objects.values().stream()
                .filter(object -> isSubscriptionOf(object, parameters.get("customer")))
                .forEach(object -> data.add(object.deepCopy()));
        Pause held = pause;
        if (held != null) {
            pause = null;
            held.keepBack();
        }
        return new Reply(200, list);
    }

    private static boolean isSubscriptionOf(ObjectNode object, @Nullable String customer) {
        return object.path("object").asString().equals("subscription")
                && object.path("customer").asString().equals(customer);
    }

    private ObjectNode created(String type, String prefix) {
        ObjectNode object = JSON.createObjectNode()
                .put("id", prefix + unique())
                .put("object", type)
                .put("created", Instant.now().getEpochSecond())
                .put("livemode", false);
        objects.put(id(object), object);
        return object;
    }

    private static Reply made(ObjectNode object) {
        return new Reply(200, object.deepCopy());
    }

    private static Reply unknown(String path) {
        return error(404, "invalid_request_error", "Unrecognized request URL (%s).".formatted(path));
    }

    private static Reply error(int status, String type, String message) {
        ObjectNode body = JSON.createObjectNode();
        body.putObject("error").put("type", type).put("message", message);
        return new Reply(status, body);
    }

    private static ObjectNode nested(Map<String, String> parameters, String name) {
        ObjectNode object = JSON.createObjectNode();
        parameters.forEach((key, value) -> {
            if (key.startsWith(name + "[") && key.indexOf('[', name.length() + 1) < 0) {
                object.put(key.substring(name.length() + 1, key.length() - 1), value);
            }
        });
        return object;
    }

    private static Map<String, String> form(String text) {
        var parameters = new TreeMap<String, String>();
        for (String part : text.isEmpty() ? new String[0] : text.split("&")) {
            int equals = part.indexOf('=');
            parameters.put(
                    URLDecoder.decode(part.substring(0, equals), UTF_8),
                    URLDecoder.decode(part.substring(equals + 1), UTF_8));
        }
        return parameters;
    }

    private static String id(JsonNode object) {
        return object.path("id").asString();
    }

    private static String unique() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    /** An answer that is made out and not sent yet. */
    static final class Pause {
        private final CountDownLatch reached = new CountDownLatch(1);
        private final CountDownLatch over = new CountDownLatch(1);

        void awaitReached() {
            await(reached);
        }

        void release() {
            over.countDown();
        }

        private void keepBack() {
            reached.countDown();
            await(over);
        }

        private static void await(CountDownLatch latch) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private record Reply(int status, ObjectNode body) {}

    private record Kept(String path, Map<String, String> parameters, Reply reply) {}
}
