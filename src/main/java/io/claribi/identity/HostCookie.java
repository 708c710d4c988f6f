package io.claribi.identity;

import io.claribi.secrets.Secret;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/** A cookie that no script reads, no other site's page makes the browser send, and no other host can have set. */
record HostCookie(String name) {
    private static final String PREFIX = "__Host-";

    HostCookie {
        if (!name.startsWith(PREFIX)) {
            throw new IllegalArgumentException("Not the name of a cookie of this host alone: " + name);
        }
    }

    @Nullable
    Secret read(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(name)) {
                    return Secret.of(cookie.getValue());
                }
            }
        }
        return null;
    }

    void set(Secret value, Duration life, HttpServletResponse response) {
        add(value.use(text -> cookie(text, life)), response);
    }

    void clear(HttpServletResponse response) {
        add(cookie("", Duration.ZERO), response);
    }

    private static void add(ResponseCookie cookie, HttpServletResponse response) {
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    private ResponseCookie cookie(String value, Duration life) {
        return ResponseCookie.from(name, value)
                .httpOnly(true)
                .secure(true)
                .sameSite("Strict")
                .path("/")
                .maxAge(life)
                .build();
    }
}
