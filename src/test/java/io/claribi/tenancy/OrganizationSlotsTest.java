package io.claribi.tenancy;

import static io.claribi.tenancy.TenancyError.ORGANIZATION_NOT_FOUND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.claribi.kernel.AppException;
import io.claribi.kernel.OrganizationId;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OrganizationSlotsTest {
    private final OrganizationId acme = OrganizationId.next();
    private final OrganizationId globex = OrganizationId.next();
    private final OrganizationSlots slots = slots(Duration.ofMillis(1));

    @Test
    void keepsNothingOfIdleOrganizations() {
        int during = slots.call(acme, slots::busyOrganizations);

        assertThat(during).isEqualTo(1);
        assertThat(slots.busyOrganizations()).isZero();
    }

    @Test
    void givesTheSlotBackWhenTheWorkFails() {
        assertThatThrownBy(() -> slots.call(acme, () -> {
                    throw new IllegalStateException("broken");
                }))
                .hasMessage("broken");

        assertThat(slots.<Integer, RuntimeException>call(acme, () -> 7)).isEqualTo(7);
    }

    @Test
    void refusesWhoWaitsTooLongAndNobodyElse() {
        slots.<Integer, RuntimeException>call(acme, () -> {
            // The same organization, while its only slot is taken.
            assertThatThrownBy(() -> slots.call(acme, () -> 1)).hasMessage("Busy.");
            assertThat(slots.<Integer, RuntimeException>call(globex, () -> 2)).isEqualTo(2);
            return 0;
        });
    }

    @Test
    void letsNoMoreThanSoManyWait() throws InterruptedException {
        var patient = slots(Duration.ofMinutes(1));
        var done = new CountDownLatch(1);
        var threads = IntStream.range(0, 17)
                .mapToObj(i -> Thread.startVirtualThread(
                        () -> patient.<Boolean, RuntimeException>call(acme, () -> passed(done))))
                .toList();
        await().until(() -> patient.users(acme) == 17);

        assertThatThrownBy(() -> patient.call(acme, () -> 1)).hasMessage("Busy.");

        done.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(patient.busyOrganizations()).isZero();
    }

    private static OrganizationSlots slots(Duration wait) {
        return new OrganizationSlots(1, wait, () -> new AppException(ORGANIZATION_NOT_FOUND, "Busy."));
    }

    private static boolean passed(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
