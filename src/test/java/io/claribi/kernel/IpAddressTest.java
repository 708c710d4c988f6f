package io.claribi.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpAddressTest {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2.1",
        "' 192.0.2.1 ', 192.0.2.1",
        "192.0.2.1:8080, 192.0.2.1",
        "2001:db8::1, 2001:db8:0:0:0:0:0:1",
        "2001:DB8:0::0:1, 2001:db8:0:0:0:0:0:1",
        "[2001:db8::1], 2001:db8:0:0:0:0:0:1",
        "[2001:db8::1]:443, 2001:db8:0:0:0:0:0:1",
        "fe80::1%eth0, fe80:0:0:0:0:0:0:1",
        "[fe80::1%25en0]:80, fe80:0:0:0:0:0:0:1",
        "::ffff:192.0.2.1, 192.0.2.1",
        "::1, 0:0:0:0:0:0:0:1"
    })
    void hasOneForm(String text, String form) {
        assertThat(IpAddress.read(text)).contains(new IpAddress(form));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "unknown",
                "_hidden",
                "-",
                "localhost",
                "example.org",
                "1.2.3",
                "1.2.3.4.5",
                "256.1.1.1",
                "010.0.2.1",
                "1.2.3.4/8",
                "1.2.3.4, 5.6.7.8",
                "2001:db8:::1",
                "2001:db8::g",
                "[1.2.3.4",
                "::1\u0000",
                "0x7f.1.1.1",
                "'; DROP TABLE audit.event; --"
            })
    void isNotEverythingThatAHeaderMaySay(String text) {
        assertThat(IpAddress.read(text)).isEmpty();
    }

    @Test
    void isNeverLong() {
        assertThat(IpAddress.read("::1%" + "x".repeat(1_000_000))).isEmpty();
    }
}
