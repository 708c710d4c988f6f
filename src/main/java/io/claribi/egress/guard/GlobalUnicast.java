package io.claribi.egress.guard;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/**
 * The addresses of the public internet: of IPv4 what IANA's registry of special-purpose addresses (RFC 6890) does not set
 * apart, of IPv6 the one block that is given out, 2000::/3 (RFC 4291 §2.4), without what that registry sets apart in it.
 * What leads on to IPv4 addresses inside (NAT64, 6to4, Teredo) is no part of it.
 */
final class GlobalUnicast {
    private static final List<Cidr> IPV4_APART = blocks(
            "0.0.0.0/8", // this network, RFC 791
            "10.0.0.0/8", // private, RFC 1918
            "100.64.0.0/10", // carriers, RFC 6598
            "127.0.0.0/8", // loopback, RFC 1122
            "168.63.129.16/32", // public by its number, but Azure's host for each of its machines
            "169.254.0.0/16", // link-local, RFC 3927, where clouds keep their metadata
            "172.16.0.0/12", // private, RFC 1918
            "192.0.0.0/24", // protocol assignments, RFC 6890
            "192.0.2.0/24", // documentation, RFC 5737
            "192.88.99.0/24", // 6to4 relays, RFC 7526
            "192.168.0.0/16", // private, RFC 1918
            "198.18.0.0/15", // benchmarks, RFC 2544
            "198.51.100.0/24", // documentation, RFC 5737
            "203.0.113.0/24", // documentation, RFC 5737
            "224.0.0.0/4", // multicast, RFC 5771
            "240.0.0.0/4"); // reserved, RFC 1112, and broadcast
    private static final Cidr IPV6_GLOBAL = Cidr.of("2000::/3");
    private static final List<Cidr> IPV6_APART = blocks(
            "2001::/23", // protocol assignments, RFC 2928: Teredo, benchmarks, ORCHID
            "2001:db8::/32", // documentation, RFC 3849
            "2002::/16", // 6to4, RFC 3056
            "3fff::/20"); // documentation, RFC 9637

    private GlobalUnicast() {}

    static boolean contains(InetAddress address) {
        return address instanceof Inet4Address
                ? IPV4_APART.stream().noneMatch(block -> block.contains(address))
                : IPV6_GLOBAL.contains(address) && IPV6_APART.stream().noneMatch(block -> block.contains(address));
    }

    private static List<Cidr> blocks(String... texts) {
        return Stream.of(texts).map(Cidr::of).toList();
    }
}
