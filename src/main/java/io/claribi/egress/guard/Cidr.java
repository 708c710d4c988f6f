package io.claribi.egress.guard;

import java.net.InetAddress;

/**
 * A block of addresses, such as {@code 10.0.0.0/8} or {@code fd00::/8} (RFC 4632, RFC 4291 §2.3); one address without a
 * length. IPv6's form of an IPv4 address ({@code ::ffff:10.0.0.1}) is that IPv4 address, here as in Java.
 */
record Cidr(InetAddress network, int length) {
    Cidr {
        int bits = network.getAddress().length * Byte.SIZE;
        if (length < 0 || length > bits) {
            throw new IllegalArgumentException("A block's length is 0 to %d".formatted(bits));
        }
        if (commonBits(network.getAddress(), masked(network.getAddress(), length)) < bits) {
            throw new IllegalArgumentException("Bits are set behind the block's length");
        }
    }

    /**
     * @throws IllegalArgumentException if the text is not a block
     */
    static Cidr of(String text) {
        int slash = text.indexOf('/');
        String address = slash < 0 ? text : text.substring(0, slash);
        InetAddress network = Host.find(address)
                .filter(Host.Literal.class::isInstance)
                .map(host -> ((Host.Literal) host).address())
                .orElseThrow(() -> new IllegalArgumentException("A block begins with an address"));
        return new Cidr(
                network,
                slash < 0
                        ? network.getAddress().length * Byte.SIZE
                        : Integer.parseUnsignedInt(text.substring(slash + 1)));
    }

    boolean contains(InetAddress address) {
        byte[] own = network.getAddress();
        byte[] other = address.getAddress();
        return own.length == other.length && commonBits(own, other) >= length;
    }

    private static int commonBits(byte[] one, byte[] other) {
        for (int i = 0; i < one.length; i++) {
            int difference = (one[i] ^ other[i]) & 0xFF;
            if (difference != 0) {
                return i * Byte.SIZE + Integer.numberOfLeadingZeros(difference) - (Integer.SIZE - Byte.SIZE);
            }
        }
        return one.length * Byte.SIZE;
    }

    private static byte[] masked(byte[] address, int length) {
        byte[] masked = new byte[address.length];
        for (int i = 0; i < address.length; i++) {
            int kept = Math.clamp(length - (long) i * Byte.SIZE, 0, Byte.SIZE);
            masked[i] = (byte) (address[i] & (0xFF << (Byte.SIZE - kept)));
        }
        return masked;
    }

    @Override
    public String toString() {
        return network.getHostAddress() + "/" + length;
    }
}
