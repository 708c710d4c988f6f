package io.claribi.warehouse.duckdb;

import static io.claribi.warehouse.WarehouseError.WAREHOUSE_BUSY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.claribi.kernel.AppException;
import io.claribi.kernel.OrganizationId;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class FairSlotsTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    private final OrganizationId greedy = OrganizationId.next();
    private final OrganizationId modest = OrganizationId.next();

    @Test
    void leavesPlacesToOthers() {
        var slots = new FairSlots(4, 3);
        for (int i = 0; i < 3; i++) {
            slots.take(greedy, LONG);
        }

        var refusal = catchThrowableOfType(AppException.class, () -> slots.take(greedy, Duration.ofMillis(20)));

        assertThat(refusal.code()).isEqualTo(WAREHOUSE_BUSY);
        assertThat(slots.take(modest, Duration.ofMillis(20))).isNotNull();
    }

    @Test
    void givesAFreePlaceToWhoHasTheFewest() {
        var slots = new FairSlots(2, 2);
        FairSlots.Slot first = slots.take(greedy, LONG);
        slots.take(greedy, LONG);
        List<OrganizationId> granted = new CopyOnWriteArrayList<>();
        waiting(slots, greedy, granted, 1);
        waiting(slots, modest, granted, 2);

        first.close();

        await().until(() -> !granted.isEmpty());
        assertThat(granted).containsExactly(modest);
    }

    @Test
    void takesBackAPlaceOnlyOnce() {
        var slots = new FairSlots(1, 1);
        FairSlots.Slot slot = slots.take(greedy, LONG);

        slot.close();
        slot.close();

        slots.take(greedy, LONG);
        assertThat(catchThrowableOfType(AppException.class, () -> slots.take(modest, Duration.ofMillis(20))))
                .isNotNull();
    }

    @Test
    void forgetsWhoGaveUpWaiting() {
        var slots = new FairSlots(1, 1);
        FairSlots.Slot slot = slots.take(greedy, LONG);
        assertThat(catchThrowableOfType(AppException.class, () -> slots.take(modest, Duration.ofMillis(20))))
                .isNotNull();

        slot.close();

        assertThat(slots.take(greedy, Duration.ofMillis(20))).isNotNull();
    }

    @Test
    void keepsQueuesShort() {
        var slots = new FairSlots(1, 1);
        slots.take(greedy, LONG);
        List<OrganizationId> granted = new CopyOnWriteArrayList<>();
        for (int i = 1; i <= 16; i++) {
            waiting(slots, greedy, granted, i);
        }

        long start = System.nanoTime();
        var refusal = catchThrowableOfType(AppException.class, () -> slots.take(greedy, LONG));

        assertThat(refusal.code()).isEqualTo(WAREHOUSE_BUSY);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LONG);
    }

    private static void waiting(
            FairSlots slots, OrganizationId organization, List<OrganizationId> granted, int waiters) {
        Thread.startVirtualThread(() -> {
            try {
                slots.take(organization, LONG);
                granted.add(organization);
            } catch (AppException e) {
                // Gave up long after the test; whatever test runs then must not be told.
                assertThat(e.code()).isEqualTo(WAREHOUSE_BUSY);
            }
        });
        await().until(() -> slots.waiting() == waiters);
    }
}
