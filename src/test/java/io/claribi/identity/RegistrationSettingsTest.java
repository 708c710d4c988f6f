package io.claribi.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claribi.identity.RegistrationSettings.Mode;
import io.claribi.kernel.StartRefused;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegistrationSettingsTest {

    @Test
    void takeDomainsInWhateverCase() {
        assertThat(new RegistrationSettings(Mode.DOMAINS, List.of(" Example.COM ")).domains())
                .containsExactly("example.com");
    }

    @ParameterizedTest
    @ValueSource(strings = {"@example.com", "*.example.com", "localhost", "", "example.com;example.net"})
    void refuseWhatIsNoDomain(String domain) {
        assertThatThrownBy(() -> new RegistrationSettings(Mode.DOMAINS, List.of(domain)))
                .isInstanceOf(StartRefused.class);
    }

    @Test
    void refuseDomainsWithoutTheMode() {
        assertThatThrownBy(() -> new RegistrationSettings(Mode.OPEN, List.of("example.com")))
                .isInstanceOf(StartRefused.class);
        assertThatThrownBy(() -> new RegistrationSettings(Mode.DOMAINS, List.of()))
                .isInstanceOf(StartRefused.class);
    }
}
