package io.claribi.identity;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HexFormat;

/** The part of a network address that one customer of a provider holds: all of IPv4, the first 64 bits of IPv6 (RFC 6177). */
final class Network {
    private static final int IPV6_BYTES = 8;

    private Network() {}

    /**
     * @param ip a literal; an IPv6 one that stands for an IPv4 one is that one
     */
    static String of(String ip) {
        try {
            InetAddress address = InetAddress.ofLiteral(ip);
            return address instanceof Inet6Address
                    ? HexFormat.of().formatHex(address.getAddress(), 0, IPV6_BYTES) + "/64"
                    : address.getHostAddress();
        } catch (IllegalArgumentException e) {
            // What no proxy should send is a network of its own.
            return ip;
        }
    }
}
