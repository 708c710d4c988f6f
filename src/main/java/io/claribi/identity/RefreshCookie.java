package io.claribi.identity;

import io.claribi.identity.LogIns.Granted;
import io.claribi.secrets.Secret;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The web app's refresh token. */
@Component
public class RefreshCookie {
    private static final HostCookie COOKIE = new HostCookie("__Host-claribi-refresh");

    private final Clock clock;

    RefreshCookie(Clock clock) {
        this.clock = clock;
    }

    public void set(Granted granted, HttpServletResponse response) {
        COOKIE.set(granted.refreshToken(), Duration.between(clock.instant(), granted.sessionEnds()), response);
    }

    public void clear(HttpServletResponse response) {
        COOKIE.clear(response);
    }

    public static @Nullable Secret read(HttpServletRequest request) {
        return COOKIE.read(request);
    }
}
