package io.claribi.routes;

import io.claribi.http.InSession;
import io.claribi.http.Public;
import io.claribi.http.Unaudited;
import java.util.List;
import java.util.Set;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** All routes of the running server, as its handler mappings know them. */
record Routes(List<Route> all) {

    static Routes of(ApplicationContext server) {
        return new Routes(server.getBeansOfType(RequestMappingHandlerMapping.class).values().stream()
                .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
                .flatMap(entry -> routes(entry.getKey(), entry.getValue()))
                .sorted(java.util.Comparator.comparing(Route::name))
                .toList());
    }

    private static java.util.stream.Stream<Route> routes(RequestMappingInfo info, HandlerMethod handler) {
        Set<String> patterns = info.getPatternValues();
        return info.getMethodsCondition().getMethods().stream()
                .flatMap(method -> patterns.stream().map(pattern -> new Route(method.asHttpMethod(), pattern, handler)))
                .filter(route -> route.pattern().startsWith("/api/"));
    }

    /** One method on one path. */
    record Route(HttpMethod method, String pattern, HandlerMethod handler) {
        String name() {
            return method + " " + pattern;
        }

        boolean isPublic() {
            return handler.hasMethodAnnotation(Public.class);
        }

        boolean isInSession() {
            return handler.hasMethodAnnotation(InSession.class);
        }

        boolean mustLeaveAnEvent() {
            return method != HttpMethod.GET && !handler.hasMethodAnnotation(Unaudited.class);
        }

        @Override
        public String toString() {
            return name();
        }
    }
}
