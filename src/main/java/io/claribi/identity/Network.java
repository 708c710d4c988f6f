package io.claribi.identity;

import java.net.InetAddress;
import java.util.HexFormat;

/** The part of a network address that one customer of a provider holds: all of IPv4, the first 64 bits of IPv6 (RFC 6177). */
final class Network {
    private static final int IPV4_BYTES = 4;
    private static final int IPV6_BYTES = 8;
    private static final int IPV6_BYTES_AROUND = 6;
    private static final int IPV4_BYTES_AROUND = 3;

    private Network() {}

    /**
     * @param ip a literal; an IPv6 one that stands for an IPv4 one is that one
     */
    static String of(String ip) {
        return prefix(ip, IPV6_BYTES, IPV4_BYTES);
    }

    /** What somebody keeps whose provider gives out new addresses now and then: a /48 of IPv6, a /24 of IPv4. */
    static String around(String ip) {
        return prefix(ip, IPV6_BYTES_AROUND, IPV4_BYTES_AROUND);
    }

    private static String prefix(String ip, int ofIpv6, int ofIpv4) {
        try {
            byte[] address = InetAddress.ofLiteral(ip).getAddress();
            boolean ipv4 = address.length == IPV4_BYTES;
            int length = ipv4 ? ofIpv4 : ofIpv6;
            return (ipv4 ? "IPv4 " : "IPv6 ") + HexFormat.of().formatHex(address, 0, length);
        } catch (IllegalArgumentException e) {
            // What no proxy should send is a network of its own.
            return ip;
        }
    }
}
