package io.claribi.web;

import static io.claribi.access.keys.ApiKeyError.API_KEY_INVALID;
import static io.claribi.identity.IdentityError.TOKEN_INVALID;

import io.claribi.access.Callers;
import io.claribi.access.keys.KeyCallers;
import io.claribi.http.Problems;
import io.claribi.identity.Authenticator;
import io.claribi.kernel.AppException;
import io.claribi.kernel.Caller;
import io.claribi.kernel.ErrorCode;
import io.claribi.kernel.WorkContext;
import io.claribi.secrets.Secret;
import io.claribi.tenancy.OrganizationScope;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Finds out who asks and binds caller and organization to the rest of the request. A forged token or key ends the
 * request, whatever the route; one that was good once is as none, so that with an old one somebody can still log in or out.
 */
class AuthenticationFilter extends OncePerRequestFilter {
    private static final String SCHEME = "Bearer ";
    private static final String KEY = "X-API-Key";
    /** Whoever shows these holds nothing of ours, or nothing any more that has an owner. */
    private static final Set<ErrorCode> FORGED = Set.of(TOKEN_INVALID, API_KEY_INVALID);
    /** These are about an account and its sessions, in whatever organization, or take it from one to another. */
    private static final List<String> UNBOUND =
            List.of("/api/v1/auth/", "/api/v1/me/sessions", "/api/v1/me/organization");
    /** Among them, but about who one is at work. */
    private static final String VERIFY = "/api/v1/auth/verify";

    private final Authenticator authenticator;
    private final Callers callers;
    private final KeyCallers keys;
    private final Problems problems;

    AuthenticationFilter(Authenticator authenticator, Callers callers, KeyCallers keys, Problems problems) {
        this.authenticator = authenticator;
        this.callers = callers;
        this.keys = keys;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Caller caller;
        try {
            caller = caller(request);
        } catch (AppException e) {
            if (FORGED.contains(e.code())) {
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
        String key = request.getHeader(KEY);
        if (key != null) {
            if (authorization != null) {
                throw new AppException(
                        TOKEN_INVALID, "Send the API key in one header, Authorization or X-API-Key, and nothing else.");
            }
            return keys.callerOf(Secret.of(key.strip()));
        }
        if (authorization == null) {
            return null;
        }
        if (!authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw new AppException(TOKEN_INVALID, "The Authorization header must be of the form: Bearer TOKEN.");
        }
        Secret sent = Secret.of(authorization.substring(SCHEME.length()).strip());
        return keys.isMeantAsKey(sent) ? keys.callerOf(sent) : callers.callerOf(authenticator.authenticate(sent));
    }

    private static boolean isUnbound(String path) {
        return !path.equals(VERIFY) && UNBOUND.stream().anyMatch(path::startsWith);
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
            if (isUnbound(request.getServletPath())) {
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
