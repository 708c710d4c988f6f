package io.claribi.plans;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claribi.kernel.StartRefused;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The price list as it is published. */
class PlansTest {
    private final Plans plans;

    PlansTest() throws IOException {
        plans = new Plans();
    }

    /** Days of trial, then the limits in the order of {@link Limit}. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            free         |   0 |  0 |   1 |  3 |   1000000000 |   10000000 |    0 |   60 |   0 |  1 |   0
            trial        |   0 | 14 |   1 |  5 |   1000000000 |   10000000 |   50 |   60 |  10 |  1 |   0
            starter      |  99 |  0 |   3 | 10 |   5000000000 |   10000000 |  500 |  300 |  30 |  7 |   0
            professional | 199 |  0 |  15 | 15 |  10000000000 |  100000000 | 1500 | 1000 | 100 | 14 |  90
            enterprise   | 999 |  0 | 100 | 25 | 100000000000 | 1000000000 | 5000 | 5000 | 500 | 30 | 365
            """)
    void setPricesAndLimits(
            String name,
            int price,
            int days,
            long members,
            long sources,
            long storage,
            long file,
            long credits,
            long requests,
            long generations,
            long cache,
            long log) {
        Plan plan = plans.get(name);

        assertThat(plan.priceUsd()).isEqualTo(price);
        assertThat(plan.trialDays()).isEqualTo(days);
        assertThat(List.of(Limit.values()).stream().map(plan::limit).toList())
                .containsExactly(members, sources, storage, file, credits, requests, generations, cache, log);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            free         | ''
            trial        | mcp_catalog
            starter      | mcp_catalog custom_mcp forecasting
            professional | mcp_catalog custom_mcp forecasting mfa sso role_management custom_roles schedules public_links comments audit_log
            enterprise   | mcp_catalog custom_mcp forecasting mfa sso role_management custom_roles schedules public_links comments audit_log audit_export
            """)
    void offerFeatures(String name, String features) {
        assertThat(plans.get(name).features().stream()
                        .sorted()
                        .map(Feature::wireName)
                        .collect(joining(" ")))
                .isEqualTo(features);
    }

    @Test
    void leadFromTheTrialToTheFreePlan() {
        assertThat(plans.get("trial").next()).isEqualTo("free");
        assertThat(plans.list().stream().filter(Plan::isChoosable).map(Plan::name))
                .containsExactly("free", "starter", "professional", "enterprise");
    }

    @Test
    void stopTheStartWhereTheOneOfNewOrganizationsIsNone() {
        assertThatThrownBy(() -> SignupPlanCheck.check("gold", plans))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("gold");
        SignupPlanCheck.check("trial", plans);
    }

    @Test
    void giveForMoreMoneyNothingLess() {
        List<Plan> chosen = plans.list().stream().filter(Plan::isChoosable).toList();

        for (int i = 1; i < chosen.size(); i++) {
            Plan dearer = chosen.get(i);
            Plan cheaper = chosen.get(i - 1);
            assertThat(dearer.priceUsd()).isGreaterThan(cheaper.priceUsd());
            assertThat(dearer.features()).containsAll(cheaper.features());
            assertThat(Limit.values()).allMatch(limit -> dearer.limit(limit) >= cheaper.limit(limit));
        }
    }
}
