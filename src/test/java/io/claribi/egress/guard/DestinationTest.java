package io.claribi.egress.guard;

import static io.claribi.egress.OutboundFailure.Reason.REFUSED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claribi.egress.OutboundFailure;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DestinationTest {
    private static final AddressPolicy POLICY = new AddressPolicy(List.of(Cidr.of("10.1.0.0/16")));

    @ParameterizedTest
    @CsvSource({
        "https://api.example.com/v1/things?a=b, https://api.example.com:443",
        "HTTPS://API.example.com:8443, https://api.example.com:8443",
        "http://api.example.com, http://api.example.com:80",
        "https://8.8.8.8/, https://8.8.8.8:443",
        "https://10.1.2.3/, https://10.1.2.3:443",
        "https://[2001:4860:4860::8888]/, https://[2001:4860:4860::8888]:443"
    })
    void isWhatTheUrlSays(URI url, String target) throws OutboundFailure {
        assertThat(Destination.of(url, POLICY).target().toURI()).isEqualTo(target);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//example.com/",
                "/path",
                "ftp://example.com/",
                "file:///etc/passwd",
                "jar:https://example.com/a.jar!/b",
                "gopher://example.com/",
                "https:///",
                "https:example.com",
                "https://:443/",
                "https://user@example.com/",
                "https://example.com@127.0.0.1/",
                "https://example.com/#part",
                "https://example.com:0/",
                "https://example.com:65536/",
                "https://exa_mple!.com/",
                "https://bücher.example/",
                "https://127.0.0.1/",
                "https://2130706433/",
                "https://0x7f000001/",
                "https://0177.0.0.1/",
                "https://127.1/",
                "https://10.2.0.1/",
                "https://169.254.169.254/latest/meta-data/",
                "https://[::1]/",
                "https://[::ffff:127.0.0.1]/",
                "https://[::ffff:a02:1]/",
                "https://[64:ff9b::7f00:1]/",
                "https://[fd00:ec2::254]/",
                "https://[fe80::1%25lo]/"
            })
    void isRefusedByItsTextAlone(String url) {
        assertThatThrownBy(() -> Destination.of(URI.create(url), POLICY))
                .isInstanceOfSatisfying(
                        OutboundFailure.class,
                        failure -> assertThat(failure.reason()).isEqualTo(REFUSED));
    }
}
