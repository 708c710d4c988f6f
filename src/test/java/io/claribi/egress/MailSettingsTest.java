package io.claribi.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claribi.kernel.StartRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailSettingsTest {

    @Test
    void meanTheOutboxWithoutAHost() {
        assertThat(new MailSettingsFixture().read().isSmtp()).isFalse();
        assertThat(new MailSettingsFixture().with("host", " ").read().isSmtp()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"starttls, 587", "tls, 465", "none, 25"})
    void knowThePortOfEachSecurity(String security, int port) {
        assertThat(smtp("localhost").security(security).read().portOrDefault()).isEqualTo(port);
    }

    @Test
    void wantEncryptionUnlessToldOtherwise() {
        assertThat(smtp("mail.example.com").read().security()).isEqualTo(MailSettings.Security.STARTTLS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1", "127.9.9.9", "::1"})
    void allowPlainTextOnThisMachine(String host) {
        assertThat(smtp(host).security("none").read().isSmtp()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mail.example.com", "10.0.0.1", "localhost.example.com", "0.0.0.0"})
    void refusePlainTextToAnotherMachine(String host) {
        assertThatThrownBy(() -> smtp(host).security("none").read())
                .rootCause()
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("claribi.mail.security=none");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "a b@example.com", "ä@example.com", "x@example.com\nBcc: y@example.com"})
    void refuseASenderThatIsNone(String from) {
        assertThatThrownBy(() -> smtp("localhost").with("from", from).read())
                .rootCause()
                .hasMessageContaining("claribi.mail.from is not an e-mail address");
    }

    @Test
    void refuseAUserWithoutAPassword() {
        assertThatThrownBy(() -> smtp("localhost").with("username", "bi").read())
                .rootCause()
                .isInstanceOf(StartRefused.class);
    }

    @Test
    void tellNoPassword() {
        assertThat(smtp("localhost").as("bi", "hush").read()).hasToString("localhost:587");
    }

    private static MailSettingsFixture smtp(String host) {
        return new MailSettingsFixture().with("host", host).with("from", "bi@example.com");
    }
}
