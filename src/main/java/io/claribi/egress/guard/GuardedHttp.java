package io.claribi.egress.guard;

import static io.claribi.egress.OutboundFailure.Reason.TOO_LARGE;
import static io.claribi.egress.OutboundFailure.Reason.TOO_SLOW;
import static io.claribi.egress.OutboundFailure.Reason.UNREACHABLE;

import io.claribi.egress.Outbound;
import io.claribi.egress.OutboundFailure;
import io.claribi.egress.OutboundRequest;
import io.claribi.egress.OutboundResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends requests by clients that are held to the policy, each within its time. */
final class GuardedHttp implements Outbound, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(GuardedHttp.class);

    private final AddressPolicy policy;
    private final CloseableHttpClient encrypted;
    private final CloseableHttpClient plain;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    GuardedHttp(AddressPolicy policy, NameService names, SSLContext trust) {
        this.policy = policy;
        this.encrypted = GuardedClient.make(names, policy::admits, trust);
        this.plain = GuardedClient.make(names, policy::isAllowed, trust);
    }

    /** In a thread of its own: neither a look-up of a name nor a server that sends byte after byte ends by itself. */
    @Override
    public OutboundResponse send(OutboundRequest request) throws OutboundFailure {
        var exchange = new Exchange(request, Destination.of(request.url(), policy));
        Future<OutboundResponse> answer =
                threads.submit(() -> exchange.run(exchange.isEncrypted() ? encrypted : plain));
        try {
            return answer.get(request.within().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new OutboundFailure(
                    TOO_SLOW, "%s did not answer in time. Try again later.".formatted(exchange.host()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unreachable(exchange, e);
        } catch (ExecutionException e) {
            throw failure(exchange, Objects.requireNonNull(e.getCause()));
        } finally {
            if (!answer.isDone()) {
                exchange.abort();
                answer.cancel(true);
            }
        }
    }

    private static OutboundFailure failure(Exchange exchange, Throwable cause) {
        return switch (cause) {
            case AnswerTooLarge e ->
                new OutboundFailure(
                        TOO_LARGE, "The answer of %s is larger than can be read.".formatted(exchange.host()), e);
            case IOException e -> {
                log.info("No answer from {}: {}", exchange.host(), e.toString());
                yield unreachable(exchange, e);
            }
            case RuntimeException e -> throw e;
            default -> throw new IllegalStateException(cause);
        };
    }

    private static OutboundFailure unreachable(Exchange exchange, Exception cause) {
        return new OutboundFailure(
                UNREACHABLE,
                exchange.isEncrypted()
                        ? "%s can't be reached from here. See whether the address is right and public."
                                .formatted(exchange.host())
                        : "%s can't be reached from here by plain http. Use https.".formatted(exchange.host()),
                cause);
    }

    @Override
    public void close() throws IOException {
        threads.shutdownNow();
        encrypted.close();
        plain.close();
    }
}
