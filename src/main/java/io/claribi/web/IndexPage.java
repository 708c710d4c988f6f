package io.claribi.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** The web app's one page, with a fresh nonce for the styles that its components make while it runs. */
class IndexPage implements HttpRequestHandler {
    private static final String NONCE = "__CSP_NONCE__";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Resource file;

    IndexPage(Resource file) {
        this.file = file;
    }

    @Override
    public void handleRequest(HttpServletRequest request, HttpServletResponse response)
            throws IOException, NoResourceFoundException {
        if (!file.exists()) {
            throw new NoResourceFoundException(HttpMethod.GET, request.getRequestURI(), "index.html");
        }
        String nonce = nonce();
        byte[] page = file.getContentAsString(UTF_8).replace(NONCE, nonce).getBytes(UTF_8);
        response.setHeader(SecurityHeaders.CONTENT_SECURITY_POLICY, SecurityHeaders.pagePolicy(nonce));
        response.setContentType(MediaType.TEXT_HTML_VALUE);
        response.setCharacterEncoding(UTF_8);
        response.setContentLength(page.length);
        response.getOutputStream().write(page);
    }

    private static String nonce() {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
