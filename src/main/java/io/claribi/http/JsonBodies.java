package io.claribi.http;

import static io.claribi.http.HttpError.REQUEST_TOO_LARGE;

import io.claribi.kernel.AppException;
import io.claribi.kernel.FieldError;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.util.List;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/**
 * Bounds every body that is read into an object, and checks the object, so that no controller has to remember either.
 * Uploads are streams of their own and have the plan's bounds instead.
 */
@ControllerAdvice
class JsonBodies extends RequestBodyAdviceAdapter {
    static final long MOST_BYTES = 1 << 20;

    private final BodyChecks checks;

    JsonBodies(BodyChecks checks) {
        this.checks = checks;
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
        if (message.getHeaders().getContentLength() > MOST_BYTES) {
            throw tooLarge();
        }
        var bounded = new Bounded(message.getBody());
        return new HttpInputMessage() {
            @Override
            public InputStream getBody() {
                return bounded;
            }

            @Override
            public HttpHeaders getHeaders() {
                return message.getHeaders();
            }
        };
    }

    @Override
    public Object afterBodyRead(
            Object body,
            HttpInputMessage message,
            MethodParameter parameter,
            Type targetType,
            Class<? extends HttpMessageConverter<?>> converter) {
        List<FieldError> errors = checks.check(body);
        if (!errors.isEmpty()) {
            throw Failures.invalid(errors);
        }
        return body;
    }

    private static AppException tooLarge() {
        return new AppException(REQUEST_TOO_LARGE, "The body is larger than 1 MiB, the most that is read here.");
    }

    private static final class Bounded extends FilterInputStream {
        private long left = MOST_BYTES;

        Bounded(InputStream in) {
            super(in);
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

        private void count(int read) {
            left -= read;
            if (left < 0) {
                throw tooLarge();
            }
        }
    }
}
