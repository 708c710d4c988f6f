package io.claribi.egress.guard;

import java.net.InetAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The host of a URL, read so that nobody behind can read it in another way: an address in its one plain spelling, or a
 * name of ASCII. Whatever resolvers take for an address besides ({@code 127.1}, {@code 0x7f000001}, {@code 0177.0.0.1},
 * {@code 2130706433}) is refused, and so is what a conversion of names could turn into something else (UTS #46 makes a
 * full stop of {@code 。} and digits of {@code ①}).
 */
sealed interface Host {
    int LONGEST_NAME = 253;
    Pattern NAME = Pattern.compile("(?!-)[a-zA-Z0-9_-]{1,63}(?:\\.(?!-)[a-zA-Z0-9_-]{1,63})*");
    /** Such a name is an address for whoever follows the URL standard (WHATWG, "ends in a number"). */
    Pattern NUMBER_AT_END = Pattern.compile("(?i)(?:.*\\.)?(?:[0-9]+|0x[0-9a-f]*)");

    String OCTET = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
    Pattern IPV4 = Pattern.compile("%1$s\\.%1$s\\.%1$s\\.%1$s".formatted(OCTET));
    /** What ends as IPv4 does so in its plain spelling: Java would read {@code ::ffff:0177.0.0.1} as 177.0.0.1. */
    Pattern IPV6 = Pattern.compile("[0-9a-fA-F:]*:(?:[0-9a-fA-F]{0,4}|%s)".formatted(IPV4.pattern()));

    /** As a client writes it: names in lower case, addresses without brackets. */
    String text();

    record Literal(String text, InetAddress address) implements Host {}

    record Name(String text) implements Host {}

    /** Empty if the text is neither an address nor a name. */
    static Optional<Host> find(@Nullable String text) {
        if (text == null || text.length() > LONGEST_NAME) {
            return Optional.empty();
        }
        if (text.indexOf(':') >= 0) {
            return ipv6(text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text);
        }
        if (IPV4.matcher(text).matches()) {
            return Optional.of(new Literal(text, InetAddress.ofLiteral(text)));
        }
        return NAME.matcher(text).matches() && !NUMBER_AT_END.matcher(text).matches()
                ? Optional.of(new Name(text.toLowerCase(Locale.ROOT)))
                : Optional.empty();
    }

    private static Optional<Host> ipv6(String text) {
        try {
            return IPV6.matcher(text).matches()
                    ? Optional.of(new Literal(text, InetAddress.ofLiteral(text)))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
