package io.claribi.egress.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claribi.kernel.StartRefused;
import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EgressSettingsTest {

    @Test
    void allowNothingByThemselves() {
        AddressPolicy policy = new EgressSettings(List.of()).policy();

        assertThat(policy.admits(InetAddress.ofLiteral("10.0.0.1"))).isFalse();
        assertThat(policy.isAllowed(InetAddress.ofLiteral("8.8.8.8"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "10.1.0.0/16, 10.1.2.3, 10.2.0.0",
        "127.0.0.1, 127.0.0.1, 127.0.0.2",
        "192.168.1.128/25, 192.168.1.128, 192.168.1.127",
        "fd00:1::/32, fd00:1:2::3, fd00:2::1",
        "::1/128, ::1, ::2",
        "64:ff9b::/96, 64:ff9b::7f00:1, 64:ff9b:1::1"
    })
    void allowABlockAndNoMore(String block, String inside, String outside) {
        AddressPolicy policy = new EgressSettings(List.of(" " + block + " ")).policy();

        assertThat(policy.admits(InetAddress.ofLiteral(inside))).isTrue();
        assertThat(policy.admits(InetAddress.ofLiteral(outside))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "10.0.0.0/33",
                "10.0.0.0/-1",
                "10.0.0.0/",
                "10.0.0.0/8/8",
                "10.0.0.1/8",
                "fd00::/129",
                "fd00::1/8",
                "::ffff:10.0.0.0/104",
                "10.1/16",
                "localhost",
                "intern.example.com/24",
                "*"
            })
    void stopTheStartAtWhatIsNoBlock(String text) {
        assertThatThrownBy(() -> new EgressSettings(List.of(text)))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("claribi.egress.allow")
                .hasMessageContaining(text);
    }
}
