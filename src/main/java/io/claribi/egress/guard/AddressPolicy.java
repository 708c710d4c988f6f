package io.claribi.egress.guard;

import java.net.InetAddress;
import java.util.List;

/**
 * Which addresses may be connected to.
 *
 * @param allowed by operators, whatever they are
 */
record AddressPolicy(List<Cidr> allowed) {
    AddressPolicy {
        allowed = List.copyOf(allowed);
    }

    boolean admits(InetAddress address) {
        return GlobalUnicast.contains(address) || isAllowed(address);
    }

    boolean isAllowed(InetAddress address) {
        return allowed.stream().anyMatch(block -> block.contains(address));
    }
}
