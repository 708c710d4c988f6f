package io.claribi.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.handler.AbstractHandlerMapping;

/** Gives the web app's page for every address that is one of its own: those it routes by itself, in the browser. */
class WebAppMapping extends AbstractHandlerMapping {
    private static final Set<String> METHODS = Set.of("GET", "HEAD");
    private static final List<String> NOT_PAGES = List.of("/api/", "/health/", "/.well-known/", "/assets/", "/error/");

    private final IndexPage page;

    WebAppMapping(IndexPage page) {
        this.page = page;
        // After the routes, before the files and before Spring Boot's own welcome page.
        setOrder(1);
    }

    @Override
    protected @Nullable Object getHandlerInternal(HttpServletRequest request) {
        String path = initLookupPath(request);
        boolean wanted = METHODS.contains(request.getMethod()) && isPage(path) && acceptsHtml(request);
        return wanted ? page : null;
    }

    private static boolean isPage(String path) {
        if (path.equals("/index.html")) {
            return true;
        }
        return NOT_PAGES.stream().noneMatch((path + "/")::startsWith) && path.indexOf('.', path.lastIndexOf('/')) < 0;
    }

    private static boolean acceptsHtml(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        try {
            return accept == null
                    || MediaType.parseMediaTypes(accept).stream().anyMatch(type -> type.includes(MediaType.TEXT_HTML));
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }
}
