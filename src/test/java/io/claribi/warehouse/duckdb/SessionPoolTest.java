package io.claribi.warehouse.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claribi.kernel.OrganizationId;
import io.claribi.tenancy.DataDirectory;
import io.claribi.tenancy.OrganizationFolder;
import io.claribi.warehouse.WarehouseFixture;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionPoolTest {
    private static final Duration LIFETIME = Duration.ofMinutes(1);

    @TempDir
    Path directory;

    private final FakeClock clock = new FakeClock();
    private OrganizationFolder one;
    private OrganizationFolder two;
    private SessionPool pool;

    @BeforeEach
    void open() {
        var data = new DataDirectory(directory);
        one = OrganizationFolder.of(data, OrganizationId.next());
        two = OrganizationFolder.of(data, OrganizationId.next());
        var limits = new SessionLimits(WarehouseFixture.SETTINGS.memory(), 1, WarehouseFixture.SETTINGS.spill());
        pool = new SessionPool(limits, 2, LIFETIME, clock);
    }

    @AfterEach
    void close() {
        pool.close();
    }

    @Test
    void lendsASessionAgainToItsOrganizationAndToNoOther() {
        RelationSession session = pool.lend(one);
        pool.giveBack(session);

        RelationSession other = pool.lend(two);
        RelationSession again = pool.lend(one);

        assertThat(other).isNotSameAs(session);
        assertThat(again).isSameAs(session);
        assertThat(other.organization()).isEqualTo(two.organization());
        other.close();
        again.close();
    }

    @Test
    void takesNoSessionOfAnotherOrganizationIn() {
        RelationSession session = pool.lend(one);
        var sessions = new OrganizationSessions(two.organization());

        assertThatThrownBy(() -> sessions.put(session, clock.instant())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> sessions.take(one)).isInstanceOf(IllegalArgumentException.class);
        session.close();
    }

    @Test
    void keepsNoSessionOfAnOrganizationThatIsGone() {
        pool.giveBack(pool.lend(one));
        pool.giveBack(pool.lend(two));

        pool.end(one.organization());

        assertThat(pool.size()).isEqualTo(1);
    }

    @Test
    void endsWhatHasNoWorkForTooLong() {
        pool.giveBack(pool.lend(one));
        clock.now = clock.now.plus(LIFETIME).minusSeconds(1);
        pool.endOld();
        assertThat(pool.size()).isEqualTo(1);

        clock.now = clock.now.plusSeconds(2);
        pool.endOld();

        assertThat(pool.size()).isZero();
    }

    @Test
    void endsTheOneIdleLongestWhenThereAreTooMany() {
        RelationSession oldest = pool.lend(one);
        RelationSession second = pool.lend(two);
        RelationSession third = pool.lend(two);
        for (RelationSession session : new RelationSession[] {oldest, second, third}) {
            clock.now = clock.now.plusSeconds(1);
            pool.giveBack(session);
        }

        assertThat(pool.size()).isEqualTo(2);
        RelationSession fresh = pool.lend(one);
        assertThat(fresh).isNotSameAs(oldest);
        fresh.close();
    }

    @Test
    void keepsNothingOnceItIsClosed() {
        RelationSession session = pool.lend(one);
        pool.close();

        pool.giveBack(session);

        assertThat(pool.size()).isZero();
    }

    private static final class FakeClock extends Clock {
        private Instant now = Instant.parse("2024-01-01T00:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
