package io.claribi.identity.web;

import io.claribi.identity.LogIns.Granted;
import io.claribi.secrets.Secret;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/** The web app's refresh token, where no script can read it. */
@Component
class RefreshCookie {
    private static final String NAME = "__Host-claribi-refresh";

    private final Clock clock;

    RefreshCookie(Clock clock) {
        this.clock = clock;
    }

    void set(Granted granted, HttpServletResponse response) {
        Duration life = Duration.between(clock.instant(), granted.sessionEnds());
        add(granted.refreshToken().use(token -> cookie(token, life)), response);
    }

    void clear(HttpServletResponse response) {
        add(cookie("", Duration.ZERO), response);
    }

    static @Nullable Secret read(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(NAME)) {
                    return Secret.of(cookie.getValue());
                }
            }
        }
        return null;
    }

    private static void add(ResponseCookie cookie, HttpServletResponse response) {
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    private static ResponseCookie cookie(String value, Duration life) {
        return ResponseCookie.from(NAME, value)
                .httpOnly(true)
                .secure(true)
                .sameSite("Strict")
                .path("/")
                .maxAge(life)
                .build();
    }
}
