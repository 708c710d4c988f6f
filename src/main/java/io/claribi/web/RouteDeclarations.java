package io.claribi.web;

import io.claribi.http.InSession;
import io.claribi.http.Public;
import io.claribi.http.Requires;
import io.claribi.kernel.Caller;
import io.claribi.kernel.StartRefused;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.async.DeferredResult;
import org.springframework.web.context.request.async.WebAsyncTask;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.function.support.RouterFunctionMapping;
import org.springframework.web.servlet.handler.AbstractHandlerMethodMapping;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyEmitter;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/** Looks at every route before the server opens its port: one that doesn't say who may call it stops the start. */
@Component
class RouteDeclarations implements SmartInitializingSingleton {
    /** They leave the request's thread, and with it the caller and the organization. */
    private static final List<Class<?>> ASYNCHRONOUS = List.of(
            Callable.class,
            CompletionStage.class,
            DeferredResult.class,
            WebAsyncTask.class,
            ResponseBodyEmitter.class,
            StreamingResponseBody.class);

    private final Collection<HandlerMapping> mappings;

    RouteDeclarations(Collection<HandlerMapping> mappings) {
        this.mappings = List.copyOf(mappings);
    }

    @Override
    public void afterSingletonsInstantiated() {
        var bad = new ArrayList<String>();
        mappings.forEach(mapping -> check(mapping, bad));
        if (!bad.isEmpty()) {
            throw new StartRefused(
                    "These routes are not declared as they must be:\n  " + String.join("\n  ", bad),
                    "Give each exactly one of @Requires and @Public.");
        }
    }

    private static void check(HandlerMapping mapping, List<String> bad) {
        switch (mapping) {
            case AbstractHandlerMethodMapping<?> methods ->
                methods.getHandlerMethods().forEach((route, method) -> check(String.valueOf(route), method, bad));
            case AbstractUrlHandlerMapping urls ->
                urls.getHandlerMap().forEach((path, handler) -> {
                    if (!(handler instanceof ResourceHttpRequestHandler)) {
                        bad.add("%s is served by %s, which declares nothing".formatted(path, handler));
                    }
                });
            case RouterFunctionMapping functions -> {
                if (functions.getRouterFunction() != null) {
                    bad.add("functional routes declare nothing: " + functions.getRouterFunction());
                }
            }
            case WebAppMapping ignored -> {}
            default -> bad.add("%s maps routes in a way that can't be checked".formatted(mapping));
        }
    }

    private static void check(String route, HandlerMethod method, List<String> bad) {
        boolean open = method.hasMethodAnnotation(Public.class);
        if (open == method.hasMethodAnnotation(Requires.class)) {
            bad.add("%s (%s) declares %s".formatted(route, method, open ? "both @Public and @Requires" : "neither"));
        }
        if (open
                && Arrays.stream(method.getMethodParameters())
                        .anyMatch(parameter -> parameter.getParameterType() == Caller.class)) {
            bad.add("%s (%s) is @Public and yet wants a Caller".formatted(route, method));
        }
        if (open && method.hasMethodAnnotation(InSession.class)) {
            bad.add("%s (%s) is @Public and yet wants a session".formatted(route, method));
        }
        Class<?> body = method.getReturnType().nestedIfOptional().getNestedParameterType();
        if (ASYNCHRONOUS.stream().anyMatch(type -> type.isAssignableFrom(body))) {
            bad.add("%s (%s) answers on another thread; answer a StreamedBody".formatted(route, method));
        }
    }
}
