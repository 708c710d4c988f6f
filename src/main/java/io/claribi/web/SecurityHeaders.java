package io.claribi.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What every answer tells the browser, refusals by the firewall included. The strictest is the default, for JSON; a page
 * or a file loosens what it needs by setting the header anew.
 */
class SecurityHeaders extends OncePerRequestFilter {
    static final String CONTENT_SECURITY_POLICY = "Content-Security-Policy";

    private static final String PAGE_POLICY = "default-src 'self'; script-src 'self'; style-src 'self' 'nonce-%s';"
            + " img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; frame-ancestors 'none';"
            + " base-uri 'none'; form-action 'self'; object-src 'none'";

    /** The policy of a page whose only inline styles carry the nonce. */
    static String pagePolicy(String nonce) {
        return PAGE_POLICY.formatted(nonce);
    }

    static void set(HttpServletResponse response, boolean secure) {
        response.setHeader(CONTENT_SECURITY_POLICY, "default-src 'none'; frame-ancestors 'none'");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
        response.setHeader("Cache-Control", "no-store");
        if (secure) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        set(response, request.isSecure());
        chain.doFilter(request, response);
    }
}
