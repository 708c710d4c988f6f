package io.claribi.egress;

import io.claribi.kernel.StartRefused;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code claribi.mail.*}: the server that takes our mail; without a host, mail becomes files.
 *
 * @param port absent: 587 for STARTTLS, 465 for TLS, 25 for neither
 * @param from the sender, such as {@code clariBI <bi@example.com>}
 * @param caCertificate a PEM file of the authorities that may have signed the server's certificate; absent: Java's
 * @param connectTimeout for the connection
 * @param timeout for each answer; a server may scan a mail for long before its last one (RFC 5321 §4.5.3.2.6)
 * @param retryAfter how long the second attempt waits; each further one waits twice as long, two hours at most
 * @param retryFor after how long without success a mail is given up
 * @param kept how long it is known that a mail was sent, and an outbox file is kept
 */
@ConfigurationProperties("claribi.mail")
record MailSettings(
        @Nullable String host,
        @Nullable Integer port,
        @Nullable String username,
        @Nullable String password,
        @Nullable String from,
        @DefaultValue("starttls") Security security,
        @Nullable Path caCertificate,
        @DefaultValue("10s") Duration connectTimeout,
        @DefaultValue("60s") Duration timeout,
        @DefaultValue("30s") Duration retryAfter,
        @DefaultValue("24h") Duration retryFor,
        @DefaultValue("7d") Duration kept) {

    MailSettings {
        if (host != null && !host.isBlank()) {
            if (from == null || from.isBlank()) {
                throw new StartRefused(
                        "claribi.mail.from is missing.",
                        "Give the address that mail comes from, such as clariBI <bi@example.com>.");
            }
            if (security == Security.NONE && !isLoopback(host)) {
                throw new StartRefused(
                        "claribi.mail.security=none would send mail and password readably to another machine.",
                        "Use starttls or tls; none is for a mail server on this machine's loopback address.");
            }
        }
        if (username != null && password == null) {
            throw new StartRefused("claribi.mail.password is missing.", "Give it, or leave claribi.mail.username out.");
        }
        sender(from);
    }

    boolean isSmtp() {
        return host != null && !host.isBlank();
    }

    String hostname() {
        return host == null ? "" : host;
    }

    int portOrDefault() {
        return port == null ? security.port : port;
    }

    InternetAddress sender() {
        return sender(from);
    }

    private static InternetAddress sender(@Nullable String from) {
        try {
            var sender = new InternetAddress(from == null ? "clariBI <claribi@localhost>" : from, true);
            if (!sender.getAddress().matches("[!-~]+@[!-~]+")) {
                throw new AddressException();
            }
            return sender;
        } catch (AddressException e) {
            throw new StartRefused(
                    "claribi.mail.from is not an e-mail address: " + from,
                    "Write it as bi@example.com or as clariBI <bi@example.com>.");
        }
    }

    private static boolean isLoopback(String host) {
        if ("localhost".equalsIgnoreCase(host)) {
            return true;
        }
        try {
            return InetAddress.ofLiteral(host).isLoopbackAddress();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        return isSmtp() ? hostname() + ":" + portOrDefault() : "outbox";
    }

    /** How the connection is secured (RFC 8314 §3). */
    enum Security {
        STARTTLS(587),
        TLS(465),
        NONE(25);

        private final int port;

        Security(int port) {
            this.port = port;
        }
    }
}
