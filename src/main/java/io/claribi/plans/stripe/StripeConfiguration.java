package io.claribi.plans.stripe;

import com.stripe.Stripe;
import com.stripe.StripeClient;
import io.claribi.egress.Outbound;
import io.claribi.plans.Plans;
import io.claribi.plans.billing.BillingSettings;
import io.claribi.plans.billing.BillingSettings.StripeSettings;
import io.claribi.secrets.SecretFile;
import java.time.Clock;
import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@WithStripe
class StripeConfiguration {
    private static final String SETTINGS = "claribi.plans.billing.stripe.";
    private static final int REPETITIONS = 1;

    @Bean
    StripePrices stripePrices(BillingSettings settings, Plans plans) {
        return new StripePrices(settings.stripe().prices(), plans);
    }

    @Bean
    StripeApi stripeApi(BillingSettings settings, Outbound outbound) {
        StripeSettings stripe = settings.stripe();
        // It would send how long earlier requests took.
        Stripe.enableTelemetry = false;
        return new StripeApi(SecretFile.read(Objects.requireNonNull(stripe.apiKeyFile()), SETTINGS + "api-key-file")
                .use(key -> StripeClient.builder()
                        .setApiKey(key)
                        .setApiBase(stripe.apiBase().toString().replaceAll("/+$", ""))
                        .setMaxNetworkRetries(REPETITIONS)
                        .setHttpClient(new StripeHttp(outbound, stripe.timeout()))
                        .build()));
    }

    @Bean
    StripeSignature stripeSignature(BillingSettings settings, Clock clock) {
        return new StripeSignature(
                SecretFile.read(
                        Objects.requireNonNull(settings.stripe().webhookSecretFile()),
                        SETTINGS + "webhook-secret-file"),
                clock);
    }
}
