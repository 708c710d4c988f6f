package io.claribi.web;

import static io.claribi.http.HttpError.MEDIA_TYPE_UNSUPPORTED;

import io.claribi.kernel.AppException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses bodies that say to be compressed or in another charset than UTF-8 (RFC 8259 §8.1): who stands in front of the
 * server may read them, and would have judged another text than the one that is read here.
 */
@Component
class BodyGuard implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        String encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw refused("A body with Content-Encoding is not read here; send it as it is.");
        }
        String type = request.getContentType();
        if (type != null && !isUtf8(type.toLowerCase(Locale.ROOT))) {
            throw refused("The Content-Type names no one type in UTF-8, and another is not read here.");
        }
        return true;
    }

    private static boolean isUtf8(String type) {
        if (type.equals(MediaType.APPLICATION_JSON_VALUE)) {
            return true;
        }
        try {
            MediaType parsed = MediaType.parseMediaType(type);
            String charset = parsed.getParameter("charset");
            return parsed.isConcrete()
                    && (charset == null || charset.replace("\"", "").equals("utf-8"));
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }

    private static AppException refused(String message) {
        return new AppException(MEDIA_TYPE_UNSUPPORTED, message);
    }
}
