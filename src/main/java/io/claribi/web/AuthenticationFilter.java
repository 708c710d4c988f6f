package io.claribi.web;

import static io.claribi.identity.IdentityError.TOKEN_INVALID;

import io.claribi.access.Callers;
import io.claribi.http.Problems;
import io.claribi.identity.Authenticator;
import io.claribi.kernel.AppException;
import io.claribi.kernel.Caller;
import io.claribi.kernel.WorkContext;
import io.claribi.secrets.Secret;
import io.claribi.tenancy.OrganizationScope;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Finds out who asks and binds caller and organization to the rest of the request. A forged token ends the request,
 * whatever the route; one that was good once is as none, so that with an old one somebody can still log in or out.
 */
class AuthenticationFilter extends OncePerRequestFilter {
    private static final String SCHEME = "Bearer ";
    /** These are about an account and its sessions, in whatever organization, or take it from one to another. */
    private static final List<String> UNBOUND =
            List.of("/api/v1/auth/", "/api/v1/me/sessions", "/api/v1/me/organization");

    private final Authenticator authenticator;
    private final Callers callers;
    private final Problems problems;

    AuthenticationFilter(Authenticator authenticator, Callers callers, Problems problems) {
        this.authenticator = authenticator;
        this.callers = callers;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Caller caller;
        try {
            caller = caller(request);
        } catch (AppException e) {
            if (e.code() == TOKEN_INVALID) {
                problems.write(e, request, response);
                return;
            }
            request.setAttribute(RouteGuard.REFUSAL, e);
            caller = null;
        }
        if (caller == null) {
            chain.doFilter(request, response);
        } else {
            follow(caller, request, response, chain);
        }
    }

    private @Nullable Caller caller(HttpServletRequest request) {
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (authorization == null) {
            return null;
        }
        if (!authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw new AppException(TOKEN_INVALID, "The Authorization header must be of the form: Bearer TOKEN.");
        }
        return callers.callerOf(authenticator.authenticate(
                Secret.of(authorization.substring(SCHEME.length()).strip())));
    }

    private static void follow(
            Caller caller, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ScopedValue.CallableOp<Caller, Exception> rest =
                () -> WorkContext.current().with(caller).call(() -> {
                    chain.doFilter(request, response);
                    return caller;
                });
        try {
            if (UNBOUND.stream().anyMatch(request.getServletPath()::startsWith)) {
                rest.call();
            } else {
                OrganizationScope.call(caller.organization(), rest);
            }
        } catch (ServletException | IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }
}
