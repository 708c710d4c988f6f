package io.claribi.web;

import static io.claribi.http.HttpError.AUTHENTICATION_REQUIRED;
import static io.claribi.http.HttpError.ROUTE_NOT_FOUND;
import static io.claribi.http.HttpError.SESSION_REQUIRED;
import static io.claribi.identity.MfaError.MFA_ENROLMENT_REQUIRED;

import io.claribi.http.InSession;
import io.claribi.http.Permissions;
import io.claribi.http.Public;
import io.claribi.http.Requires;
import io.claribi.http.WithoutSecondFactor;
import io.claribi.identity.SecondFactors;
import io.claribi.kernel.AppException;
import io.claribi.kernel.Caller;
import io.claribi.kernel.Permission;
import io.claribi.kernel.WorkContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/** Holds each request against what its route declares. What declares nothing is not there. */
@Component
class RouteGuard implements HandlerInterceptor {
    /** Why a token that was once good is not any more; counts on routes that need one. */
    static final String REFUSAL = RouteGuard.class.getName() + ".refusal";

    private final SecondFactors factors;

    RouteGuard(SecondFactors factors) {
        this.factors = factors;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws HttpRequestMethodNotSupportedException {
        if (handler instanceof ResourceHttpRequestHandler || handler instanceof IndexPage) {
            return true;
        }
        if (!(handler instanceof HandlerMethod route)) {
            throw new AppException(ROUTE_NOT_FOUND, "There is nothing at this address.");
        }
        // Not by HandlerMethod's own means, which search anew at each request for what can't be there.
        if (route.getMethod().isAnnotationPresent(Public.class)) {
            return true;
        }
        Requires requires = route.getMethod().getAnnotation(Requires.class);
        if (requires == null) {
            // Spring's own answer to OPTIONS, which tells nothing that the OpenAPI document doesn't.
            throw new HttpRequestMethodNotSupportedException(request.getMethod());
        }
        Caller caller = WorkContext.current().caller().orElseThrow(() -> unauthenticated(request));
        if (caller.findSession().isEmpty() && route.hasMethodAnnotation(InSession.class)) {
            throw new AppException(SESSION_REQUIRED, "An API key can't do this. Log in to do it.");
        }
        if (!route.hasMethodAnnotation(WithoutSecondFactor.class) && factors.mustEnrol(caller)) {
            throw new AppException(
                    MFA_ENROLMENT_REQUIRED,
                    "Your organization wants a second factor of its members. Enrol one, then go on.");
        }
        for (Permission permission : requires.value()) {
            Permissions.check(caller, permission);
        }
        Permission[] alternatives = requires.anyOf();
        if (alternatives.length > 0 && Arrays.stream(alternatives).noneMatch(caller::can)) {
            throw Permissions.lacking(alternatives[0]);
        }
        return true;
    }

    private static AppException unauthenticated(HttpServletRequest request) {
        return request.getAttribute(REFUSAL) instanceof AppException refusal
                ? refusal
                : new AppException(AUTHENTICATION_REQUIRED, "Log in to do this.");
    }
}
