package io.claribi.egress.guard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "example.com",
                "EXAMPLE.com",
                "api.example.com",
                "localhost",
                "xn--bcher-kva.example",
                "4chan.org",
                "1.example",
                "0x7f.1.example.com",
                "a-b.example",
                "_dmarc.example.com"
            })
    void isANameOfAscii(String text) {
        assertThat(Host.find(text)).containsInstanceOf(Host.Name.class);
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, 127.0.0.1",
        "8.8.8.8, 8.8.8.8",
        "255.255.255.255, 255.255.255.255",
        "::1, 0:0:0:0:0:0:0:1",
        "[::1], 0:0:0:0:0:0:0:1",
        "[2001:DB8::a], 2001:db8:0:0:0:0:0:a",
        "::ffff:127.0.0.1, 127.0.0.1",
        "::ffff:7f00:1, 127.0.0.1",
        "0:0:0:0:0:ffff:10.1.2.3, 10.1.2.3"
    })
    void isAnAddressInItsPlainSpelling(String text, String address) {
        assertThat(Host.find(text))
                .get()
                .isInstanceOfSatisfying(
                        Host.Literal.class,
                        literal ->
                                assertThat(literal.address().getHostAddress()).isEqualTo(address));
    }

    /** Loopback, as this or that resolver would have it, and what conversions would make it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ".",
                "127.1",
                "127.0.1",
                "127.0.0.01",
                "127.0.0.1.",
                "0127.0.0.1",
                "0177.0.0.1",
                "0177.0.0.01",
                "017700000001",
                "2130706433",
                "0x7f000001",
                "0X7F000001",
                "0x7f.0.0.1",
                "0x7f.1",
                "0x",
                "127.0.0.0x1",
                "1.2.3.4.5",
                "256.0.0.1",
                "127.0.0.1%00",
                "127.0.0.1 ",
                "127。0。0。1",
                "１２７.０.０.１",
                "①②⑦.0.0.1",
                "١٢٧.0.0.1",
                "bücher.example",
                "lоcalhost",
                "ⓛocalhost",
                "localhost\u0000.example.com",
                "a..example.com",
                ".example.com",
                "-a.example",
                "a b.example",
                "a@b.example",
                "a/b",
                "a\\b",
                "a:b",
                "[::1",
                "::1]",
                "[[::1]]",
                "[127.0.0.1]",
                "::1%lo",
                "fe80::1%25eth0",
                ":::1",
                "1::2::3",
                "::ffff:127.1",
                "::ffff:0177.0.0.1",
                "::ffff:256.0.0.1",
                "12345::"
            })
    void isNothingElse(String text) {
        assertThat(Host.find(text)).isEmpty();
    }

    @Test
    void isNoLongerThanNamesCanBe() {
        assertThat(Host.find("a".repeat(63) + ".example")).isPresent();
        assertThat(Host.find("a".repeat(64) + ".example")).isEmpty();
        assertThat(Host.find("a.".repeat(126) + "a")).isPresent();
        assertThat(Host.find("a.".repeat(127) + "a")).isEmpty();
        assertThat(Host.find(null)).isEmpty();
    }
}
