package io.claribi.plans.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claribi.kernel.StartRefused;
import io.claribi.plans.Plan;
import io.claribi.plans.Plans;
import io.claribi.testing.ServerTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ServerTest
class StripePricesTest {
    private static final Map<String, String> ALL =
            Map.of("starter", "price_1", "professional", "price_2", "enterprise", "price_3");

    private final Plans plans;

    StripePricesTest(Plans plans) {
        this.plans = plans;
    }

    @Test
    void knowThePlanOfAPrice() {
        var prices = new StripePrices(ALL, plans);

        assertThat(prices.findPlan("price_2")).map(Plan::name).contains("professional");
        assertThat(prices.findPlan("price_9")).isEmpty();
        assertThat(prices.findPrice(plans.get("starter"))).contains("price_1");
        assertThat(prices.findPrice(plans.free())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "enterprise, '', no price for the plan enterprise",
        "free, price_0, 'the plan free, which is free'",
        "gold, price_4, 'gold, which is no plan'",
        "enterprise, price_1, one price for two plans"
    })
    void stopTheStartUnlessEachPaidPlanHasOne(String plan, String price, String reason) {
        var prices = new java.util.HashMap<>(ALL);
        if (price.isEmpty()) {
            prices.remove(plan);
        } else {
            prices.put(plan, price);
        }

        assertThatThrownBy(() -> new StripePrices(prices, plans))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("claribi.plans.billing.stripe.prices")
                .hasMessageContaining(reason);
    }
}
