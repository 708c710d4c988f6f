package io.claribi.plans.billing;

import io.claribi.kernel.StartRefused;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code claribi.plans.billing.*}.
 *
 * @param provider who is paid
 * @param stripe what it takes with Stripe
 */
@ConfigurationProperties("claribi.plans.billing")
public record BillingSettings(
        @DefaultValue("manual") BillingProviderName provider,
        @DefaultValue StripeSettings stripe) {
    public BillingSettings {
        if (provider == BillingProviderName.STRIPE) {
            require(stripe.apiKeyFile(), "api-key-file", "the secret or restricted key of your Stripe account");
            require(stripe.webhookSecretFile(), "webhook-secret-file", "the signing secret of your webhook endpoint");
        }
    }

    private static void require(@Nullable Path file, String name, String what) {
        if (file == null) {
            throw new StartRefused(
                    "claribi.plans.billing.stripe.%s is missing.".formatted(name),
                    "Name a file that only the server's account may read; it holds %s.".formatted(what));
        }
    }

    /**
     * @param prices the id of the price that each paid plan has at Stripe, such as {@code starter: price_1Abc}
     * @param apiBase another address than Stripe's own, for tests against a stand-in
     * @param timeout of one request to Stripe
     */
    public record StripeSettings(
            @Nullable Path apiKeyFile,
            @Nullable Path webhookSecretFile,
            @DefaultValue Map<String, String> prices,
            @DefaultValue("https://api.stripe.com") URI apiBase,
            @DefaultValue("20s") Duration timeout) {}
}
