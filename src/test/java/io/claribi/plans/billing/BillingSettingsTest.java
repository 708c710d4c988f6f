package io.claribi.plans.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claribi.kernel.StartRefused;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class BillingSettingsTest {
    private static final String PREFIX = "claribi.plans.billing.";

    @Test
    void payNobodyByThemselves() {
        assertThat(read(Map.of()).provider()).isEqualTo(BillingProviderName.MANUAL);
    }

    @Test
    void askStripeAtItsOwnAddressUnlessToldOtherwise() {
        BillingSettings settings = read(Map.of(
                PREFIX + "provider", "stripe",
                PREFIX + "stripe.api-key-file", "/run/secrets/key",
                PREFIX + "stripe.webhook-secret-file", "/run/secrets/hook",
                PREFIX + "stripe.prices.starter", "price_1"));

        assertThat(settings.stripe().apiBase()).hasToString("https://api.stripe.com");
        assertThat(settings.stripe().prices()).containsEntry("starter", "price_1");
    }

    @ParameterizedTest
    @CsvSource({"api-key-file, webhook-secret-file", "webhook-secret-file, api-key-file"})
    void stopTheStartWithoutTheFilesOfSecrets(String missing, String given) {
        assertThatThrownBy(() -> read(Map.of(PREFIX + "provider", "stripe", PREFIX + "stripe." + given, "/run/secret")))
                .isInstanceOf(BindException.class)
                .rootCause()
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining(PREFIX + "stripe." + missing);
    }

    private static BillingSettings read(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("claribi.plans.billing", BillingSettings.class);
    }
}
