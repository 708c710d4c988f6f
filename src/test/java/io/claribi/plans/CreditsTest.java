package io.claribi.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claribi.kernel.AppException;
import io.claribi.kernel.OrganizationId;
import io.claribi.testing.FakeClock;
import io.claribi.testing.ServerTest;
import io.claribi.testing.TestOrganizations;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The trial has 50 a month. */
@ServerTest
class CreditsTest {
    private final FakeClock clock = new FakeClock(Instant.parse("2026-03-31T23:59:59Z"));
    private final Credits credits;
    private final TestOrganizations organizations;
    private final OrganizationId organization;

    CreditsTest(CreditStore store, Entitlements entitlements, TestOrganizations organizations) {
        this.credits = new Credits(store, entitlements, clock);
        this.organizations = organizations;
        this.organization = organizations.anOrganization();
    }

    @Test
    void areSpentWholeOrNotAtAll() {
        spend(30);

        assertThatThrownBy(() -> spend(21)).isInstanceOf(AppException.class);
        assertThat(used()).isEqualTo(30);
        spend(20);
        assertThat(used()).isEqualTo(50);
    }

    @Test
    void beginAnewWithTheMonthAndDoNotRollOver() {
        spend(10);
        assertThat(credits.resetsAt()).contains(Instant.parse("2026-04-01T00:00:00Z"));

        clock.advance(Duration.ofSeconds(1));

        assertThat(used()).isZero();
        assertThatThrownBy(() -> spend(51)).isInstanceOf(AppException.class);
        spend(50);
    }

    @Test
    void areNotSpentTwiceByThoseWhoTryAtOnce() throws Exception {
        Callable<Boolean> spender = () -> {
            try {
                spend(10);
                return true;
            } catch (AppException e) {
                return false;
            }
        };

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(threads.invokeAll(
                            Stream.generate(() -> spender).limit(12).toList()))
                    .filteredOn(done -> done.resultNow())
                    .hasSize(5);
        }
        assertThat(used()).isEqualTo(50);
    }

    private void spend(long amount) {
        organizations.run(organization, () -> credits.spend(amount, "A test"));
    }

    private long used() {
        return organizations.call(organization, credits::used);
    }
}
