package io.claribi.identity.web;

import io.claribi.identity.LogIns.Granted;
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
        add(granted.refreshToken(), Duration.between(clock.instant(), granted.sessionEnds()), response);
    }

    void clear(HttpServletResponse response) {
        add("", Duration.ZERO, response);
    }

    static @Nullable String read(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(NAME)) {
                    return cookie.getValue();
                }
            }
        }
        return null;
    }

    private static void add(String value, Duration life, HttpServletResponse response) {
        var cookie = ResponseCookie.from(NAME, value)
                .httpOnly(true)
                .secure(true)
                .sameSite("Strict")
                .path("/")
                .maxAge(life)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
