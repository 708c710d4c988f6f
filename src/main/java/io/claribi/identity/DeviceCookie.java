package io.claribi.identity;

import io.claribi.identity.LogIns.Granted;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.http.HttpHeaders;

/** By which a browser is known again when somebody logs in with it. It stays when they log out. */
public final class DeviceCookie {
    private static final HostCookie COOKIE = new HostCookie("__Host-claribi-device");
    /** Browsers keep none for longer (RFC 6265bis §5.5). */
    private static final Duration LIFE = Duration.ofDays(400);

    private DeviceCookie() {}

    /** @param takesCookies whether the client wants its refresh token in a cookie */
    public static Device read(HttpServletRequest request, boolean takesCookies) {
        // Browsers send the one with every POST, the other too over https.
        boolean isBrowser =
                request.getHeader(HttpHeaders.ORIGIN) != null || request.getHeader("Sec-Fetch-Site") != null;
        return new Device(COOKIE.read(request), isBrowser, takesCookies);
    }

    public static void set(Granted granted, HttpServletResponse response) {
        if (granted.deviceCookie() != null) {
            COOKIE.set(granted.deviceCookie(), LIFE, response);
        }
    }
}
