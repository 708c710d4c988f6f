package io.claribi.http;

import static io.claribi.http.HttpError.REQUEST_TOO_LARGE;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.claribi.kernel.AppException;
import io.claribi.kernel.FieldError;
import io.claribi.kernel.WorkContext;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/**
 * Bounds every body that is read into an object, and checks the object, so that no controller has to remember either.
 * Uploads are streams of their own and have the plan's bounds instead. Who is not logged in has no share of the memory to
 * answer for, and so gets little.
 */
@ControllerAdvice
class JsonBodies extends RequestBodyAdviceAdapter {
    static final long MOST_BYTES = 1 << 20;
    static final long MOST_BYTES_OF_STRANGERS = 16 << 10;
    /** A list of short texts takes about so many times the memory of its JSON. */
    private static final int EXPANSION = 16;

    private final BodyChecks checks;
    private final RequestMemory memory;

    JsonBodies(BodyChecks checks, RequestMemory memory) {
        this.checks = checks;
        this.memory = memory;
    }

    @Override
    public boolean supports(
            MethodParameter parameter, Type targetType, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public HttpInputMessage beforeBodyRead(
            HttpInputMessage message,
            MethodParameter parameter,
            Type targetType,
            Class<? extends HttpMessageConverter<?>> converter)
            throws IOException {
        long most = parameter.hasMethodAnnotation(Public.class) ? MOST_BYTES_OF_STRANGERS : MOST_BYTES;
        if (message.getHeaders().getContentLength() > most) {
            throw tooLarge(most);
        }
        InputStream body = inUtf8(new Bounded(message.getBody(), most, hold()));
        return new HttpInputMessage() {
            @Override
            public InputStream getBody() {
                return body;
            }

            @Override
            public HttpHeaders getHeaders() {
                return message.getHeaders();
            }
        };
    }

    /**
     * Read strictly: the parser lets pass longer forms of characters than needed, and takes UTF-16 and UTF-32 for what
     * they are by their first bytes, which are zero.
     */
    private static InputStream inUtf8(InputStream body) throws IOException {
        byte[] bytes = body.readAllBytes();
        boolean startsWithZero =
                IntStream.range(0, Math.min(Integer.BYTES, bytes.length)).anyMatch(place -> bytes[place] == 0);
        if (startsWithZero || !isUtf8(bytes)) {
            throw JsonFailures.notUtf8();
        }
        return new ByteArrayInputStream(bytes);
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    @Override
    public Object afterBodyRead(
            @Nullable Object body,
            HttpInputMessage message,
            MethodParameter parameter,
            Type targetType,
            Class<? extends HttpMessageConverter<?>> converter) {
        // The JSON text null, which is not the same as no body.
        if (body == null) {
            throw JsonFailures.bodyRequired();
        }
        List<FieldError> errors = checks.check(body);
        if (!errors.isEmpty()) {
            throw Failures.invalid(errors);
        }
        return body;
    }

    private LongConsumer hold() {
        return WorkContext.current()
                .caller()
                .map(caller -> memory.holdUntilAnswered(caller.organization()))
                .<LongConsumer>map(hold -> bytes -> hold.take(bytes * EXPANSION))
                .orElse(bytes -> {});
    }

    private static AppException tooLarge(long most) {
        return new AppException(
                REQUEST_TOO_LARGE,
                "The body is larger than %,d KiB, the most that is read here.".formatted(most / 1024));
    }

    private static final class Bounded extends FilterInputStream {
        private final long most;
        private final LongConsumer hold;
        private long read;

        Bounded(InputStream in, long most, LongConsumer hold) {
            super(in);
            this.most = most;
            this.hold = hold;
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            count(Math.max(read, 0));
            return read;
        }

        private void count(int more) {
            read += more;
            if (read > most) {
                throw tooLarge(most);
            }
            hold.accept(more);
        }
    }
}
