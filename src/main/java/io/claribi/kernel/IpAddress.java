package io.claribi.kernel;

import java.net.Inet6Address;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An IPv4 or IPv6 address in the one form by which equal addresses are equal texts, and which PostgreSQL's {@code inet}
 * takes: without brackets, port or zone, and IPv4 as IPv4.
 */
public record IpAddress(String value) {
    private static final int LONGEST = 100;
    private static final Pattern IPV4 =
            // Without leading zeros, which some readers take for octal.
            Pattern.compile("((?:(?:0|[1-9]\\d{0,2})\\.){3}(?:0|[1-9]\\d{0,2}))(?::\\d{1,5})?");
    private static final Pattern DOT = Pattern.compile("\\.");
    private static final Pattern IPV6 = Pattern.compile("([0-9a-fA-F:.]*:[0-9a-fA-F:.]*)(?:%[^\\]]*)?");
    private static final Pattern BRACKETED = Pattern.compile("\\[([^\\[\\]]*)\\](?::\\d{1,5})?");

    /** The address that a socket or a proxy's header names (RFC 7239 §6); empty if it names none. */
    public static Optional<IpAddress> read(String text) {
        String trimmed = text.length() > LONGEST ? "" : text.strip();
        Matcher ipv4 = IPV4.matcher(trimmed);
        if (ipv4.matches()) {
            return ipv4(ipv4.group(1));
        }
        Matcher bracketed = BRACKETED.matcher(trimmed);
        Matcher ipv6 = IPV6.matcher(bracketed.matches() ? bracketed.group(1) : trimmed);
        return ipv6.matches() ? ipv6(ipv6.group(1)) : Optional.empty();
    }

    private static Optional<IpAddress> ipv4(String text) {
        return DOT.splitAsStream(text).allMatch(octet -> Integer.parseInt(octet) <= 255)
                ? Optional.of(new IpAddress(text))
                : Optional.empty();
    }

    private static Optional<IpAddress> ipv6(String text) {
        try {
            // An IPv4 address that is mapped into IPv6 (RFC 4291 §2.5.5.2) comes out as what it is.
            return Optional.of(new IpAddress(Inet6Address.ofLiteral(text).getHostAddress()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
