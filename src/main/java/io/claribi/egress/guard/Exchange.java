package io.claribi.egress.guard;

import io.claribi.egress.OutboundRequest;
import io.claribi.egress.OutboundResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.jspecify.annotations.Nullable;

/** A request and the answer to it; can be broken off from another thread. */
final class Exchange {
    private final Destination destination;
    private final HttpUriRequestBase message;
    private final int mostBytes;

    Exchange(OutboundRequest request, Destination destination) {
        this.destination = destination;
        this.mostBytes = request.mostBytes();
        this.message = new HttpUriRequestBase(request.method(), request.url());
        request.headers().forEach(message::setHeader);
        if (request.body().length > 0) {
            message.setEntity(new ByteArrayEntity(request.body(), null));
        }
    }

    boolean isEncrypted() {
        return destination.encrypted();
    }

    String host() {
        return destination.host().text();
    }

    OutboundResponse run(CloseableHttpClient client) throws IOException {
        return client.execute(destination.target(), message, this::read);
    }

    void abort() {
        message.abort();
    }

    private OutboundResponse read(ClassicHttpResponse response) throws IOException {
        return new OutboundResponse(response.getCode(), headers(response), body(response.getEntity()));
    }

    private byte[] body(@Nullable HttpEntity entity) throws IOException {
        if (entity == null) {
            return new byte[0];
        }
        InputStream content = entity.getContent();
        byte[] bytes = content.readNBytes(mostBytes);
        if (content.read() >= 0) {
            // Before anything reads the rest in order to use the connection again.
            abort();
            throw new AnswerTooLarge();
        }
        return bytes;
    }

    private static Map<String, List<String>> headers(ClassicHttpResponse response) {
        var headers = new LinkedHashMap<String, List<String>>();
        for (Header header : response.getHeaders()) {
            headers.computeIfAbsent(header.getName().toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                    .add(header.getValue());
        }
        return headers;
    }
}
