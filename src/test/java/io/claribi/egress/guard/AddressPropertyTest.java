package io.claribi.egress.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class AddressPropertyTest {
    private static final AddressPolicy STRICT = new AddressPolicy(List.of());

    /** Whatever is read as a host, a resolver of the old kind reads the same address from it or takes it for a name. */
    @Property
    void noSpellingIsReadAsAnotherAddress(@ForAll("spellings") String spelling) throws UnknownHostException {
        Host host = Host.find(spelling).orElse(null);

        if (host instanceof Host.Literal literal) {
            assertThat(InetAddress.getByName(spelling)).isEqualTo(literal.address());
        } else {
            // Names made of digits would be looked up by us and be addresses to others.
            assertThat(host).isNull();
        }
    }

    @Provide
    Arbitrary<String> spellings() {
        Arbitrary<String> part = Combinators.combine(
                        Arbitraries.of("%d", "0%o", "0x%x", "0X%X", "00%o"),
                        Arbitraries.integers().between(0, 255))
                .as(String::formatted);
        return Arbitraries.oneOf(
                part.list().ofMinSize(1).ofMaxSize(5).map(parts -> String.join(".", parts)),
                Arbitraries.integers().map(Integer::toUnsignedString),
                Arbitraries.integers().map("0x%08x"::formatted),
                Arbitraries.integers().map("0%o"::formatted));
    }

    @Property
    void whatIsNotAsciiIsNoHost(@ForAll String text) {
        if (Host.find(text).isPresent()) {
            assertThat(text).matches("[!-~]+");
        }
    }

    /** Java's own words for addresses are a part of ours. */
    @Property(tries = 20_000)
    void whatJavaFlagsIsRefused(@ForAll("addresses") InetAddress address) {
        if (address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            assertThat(STRICT.admits(address)).isFalse();
        }
    }

    @Property(tries = 5_000)
    void anIpv4AddressIsJudgedTheSameInIpv6sForm(@ForAll int bits) throws UnknownHostException {
        byte[] four = ByteBuffer.allocate(4).putInt(bits).array();
        byte[] mapped =
                ByteBuffer.allocate(16).putShort(10, (short) -1).put(12, four).array();

        assertThat(STRICT.admits(InetAddress.getByAddress(mapped)))
                .isEqualTo(STRICT.admits(InetAddress.getByAddress(four)));
    }

    /** An operator's block admits exactly its own addresses beside the public ones. */
    @Property(tries = 5_000)
    void aBlockHoldsWhatItsBitsSay(@ForAll int network, @ForAll int other) throws UnknownHostException {
        int length = Math.floorMod(network, 33);
        int mask = length == 0 ? 0 : -1 << (32 - length);
        InetAddress start = InetAddress.getByAddress(
                ByteBuffer.allocate(4).putInt(network & mask).array());
        InetAddress address =
                InetAddress.getByAddress(ByteBuffer.allocate(4).putInt(other).array());

        assertThat(Cidr.of(start.getHostAddress() + "/" + length).contains(address))
                .isEqualTo((other & mask) == (network & mask));
    }

    @Provide
    Arbitrary<InetAddress> addresses() {
        return Arbitraries.oneOf(bytes(4), bytes(16), bytes(14).map(AddressPropertyTest::special))
                .map(AddressPropertyTest::address);
    }

    private static Arbitrary<byte[]> bytes(int size) {
        return Arbitraries.bytes().array(byte[].class).ofSize(size);
    }

    /** Random addresses hardly ever begin as the special ones do. */
    private static byte[] special(byte[] tail) {
        byte[][] beginnings = {{(byte) 0xFE, (byte) 0x80}, {(byte) 0xFE, (byte) 0xC0}, {(byte) 0xFF, 2}, {0, 0}};
        return ByteBuffer.allocate(16)
                .put(beginnings[Math.floorMod(tail[0], beginnings.length)])
                .put(tail)
                .array();
    }

    private static InetAddress address(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }
}
