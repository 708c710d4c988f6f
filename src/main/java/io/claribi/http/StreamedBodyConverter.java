package io.claribi.http;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;

class StreamedBodyConverter implements HttpMessageConverter<StreamedBody> {

    @Override
    public boolean canRead(Class<?> type, @Nullable MediaType mediaType) {
        return false;
    }

    @Override
    public boolean canWrite(Class<?> type, @Nullable MediaType mediaType) {
        return StreamedBody.class.isAssignableFrom(type);
    }

    @Override
    public List<MediaType> getSupportedMediaTypes() {
        return List.of(MediaType.ALL);
    }

    @Override
    public StreamedBody read(Class<? extends StreamedBody> type, HttpInputMessage message) {
        throw new HttpMessageNotReadableException("A streamed body can't be read", message);
    }

    @Override
    public void write(StreamedBody body, @Nullable MediaType contentType, HttpOutputMessage message)
            throws IOException {
        message.getHeaders().setContentType(contentType);
        body.writeTo(message.getBody());
    }
}
