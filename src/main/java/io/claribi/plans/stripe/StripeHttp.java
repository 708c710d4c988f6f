package io.claribi.plans.stripe;

import com.stripe.exception.ApiConnectionException;
import com.stripe.net.HttpClient;
import com.stripe.net.HttpHeaders;
import com.stripe.net.StripeRequest;
import com.stripe.net.StripeResponse;
import io.claribi.egress.Outbound;
import io.claribi.egress.OutboundFailure;
import io.claribi.egress.OutboundRequest;
import io.claribi.egress.OutboundResponse;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Lets Stripe's library ask by the one guarded way. */
final class StripeHttp extends HttpClient {
    private static final int LARGEST_ANSWER = 4 << 20;

    private final Outbound outbound;
    private final Duration timeout;

    StripeHttp(Outbound outbound, Duration timeout) {
        this.outbound = outbound;
        this.timeout = timeout;
    }

    @Override
    public StripeResponse request(StripeRequest request) throws ApiConnectionException {
        try {
            OutboundResponse response = outbound.send(outbound(request));
            return new StripeResponse(response.status(), HttpHeaders.of(response.headers()), response.text());
        } catch (OutboundFailure e) {
            throw new ApiConnectionException("Stripe gave no answer: " + e.reason(), e);
        }
    }

    private OutboundRequest outbound(StripeRequest request) {
        Map<String, String> headers = new HashMap<>();
        request.headers().map().forEach((name, values) -> headers.put(name, String.join(", ", values)));
        byte[] body = new byte[0];
        if (request.content() != null) {
            headers.put("Content-Type", request.content().contentType());
            body = request.content().byteArrayContent();
        }
        return new OutboundRequest(
                request.method().name(), URI.create(request.url().toString()), headers, body, timeout, LARGEST_ANSWER);
    }
}
