package io.claribi.egress.guard;

import static io.claribi.egress.OutboundFailure.Reason.REFUSED;

import io.claribi.egress.OutboundFailure;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.apache.hc.core5.http.HttpHost;

/** Where a URL leads, judged by its text alone. */
record Destination(boolean encrypted, Host host, int port) {
    private static final int LAST_PORT = 65_535;

    static Destination of(URI url, AddressPolicy policy) throws OutboundFailure {
        boolean encrypted = "https".equals(scheme(url));
        if (!encrypted && !"http".equals(scheme(url))) {
            throw refused("The address must begin with https://.");
        }
        if (url.getRawUserInfo() != null || url.getRawFragment() != null) {
            throw refused("The address must hold neither a user name nor a # part.");
        }
        Optional<Host> host = Host.find(url.getHost());
        if (host.isEmpty() || url.getPort() == 0 || url.getPort() > LAST_PORT) {
            throw refused("The address names no host that can be reached. Write international names in their "
                    + "xn-- form and numbers as 192.0.2.1 or [2001:db8::1].");
        }
        if (host.get() instanceof Host.Literal literal && !policy.admits(literal.address())) {
            throw refused("%s is not a public address. An operator of the server can allow it by claribi.egress.allow."
                    .formatted(literal.text()));
        }
        return new Destination(encrypted, host.get(), url.getPort() < 0 ? (encrypted ? 443 : 80) : url.getPort());
    }

    private static String scheme(URI url) {
        return url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
    }

    private static OutboundFailure refused(String message) {
        return new OutboundFailure(REFUSED, message);
    }

    HttpHost target() {
        return new HttpHost(encrypted ? "https" : "http", host.text(), port);
    }
}
