package io.claribi.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claribi.kernel.OrganizationId;
import io.claribi.tenancy.OrganizationScope;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class OrganizationSlotsTest {
    private final OrganizationSlots slots = new OrganizationSlots(1, Duration.ofMillis(1), "Busy.");

    @Test
    void keepsNothingOfIdleOrganizations() {
        int during = OrganizationScope.call(OrganizationId.next(), () -> slots.call(slots::busyOrganizations));

        assertThat(during).isEqualTo(1);
        assertThat(slots.busyOrganizations()).isZero();
    }

    @Test
    void givesTheSlotBackWhenTheWorkFails() {
        OrganizationScope.run(OrganizationId.next(), () -> {
            assertThatThrownBy(() -> slots.call(() -> {
                        throw new IllegalStateException("broken");
                    }))
                    .hasMessage("broken");

            assertThat(slots.<Integer, RuntimeException>call(() -> 7)).isEqualTo(7);
        });
    }

    @Test
    void refusesWhoWaitsTooLong() {
        OrganizationScope.run(
                OrganizationId.next(),
                () -> slots.<Integer, RuntimeException>call(() -> {
                    // The same organization, while its only slot is taken.
                    assertThatThrownBy(() -> slots.call(() -> 1)).hasMessage("Busy.");
                    return 0;
                }));
    }
}
