package io.claribi.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.claribi.kernel.AppException;
import io.claribi.kernel.OrganizationId;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RequestMemoryTest {
    private final OrganizationId acme = OrganizationId.next();
    private final OrganizationId globex = OrganizationId.next();
    private final RequestMemory memory = new RequestMemory(100, 60);

    @Test
    void isRefusedBeyondAnOrganizationsPart() {
        memory.hold(acme).take(50);

        var refusal =
                catchThrowableOfType(AppException.class, () -> memory.hold(acme).take(11));

        assertThat(refusal.code()).isEqualTo(HttpError.TOO_MUCH_AT_ONCE);
        assertThat(refusal.facts()).containsKey("retryAfterSeconds");
        assertThat(memory.total()).isEqualTo(50);
    }

    @Test
    void isLeftToOthersWhenOneHasItsPart() {
        memory.hold(acme).take(60);

        memory.hold(globex).take(40);

        assertThat(memory.total()).isEqualTo(100);
    }

    @Test
    void isRefusedWhenOthersHaveTheRest() {
        memory.hold(acme).take(60);

        var refusal = catchThrowableOfType(
                AppException.class, () -> memory.hold(globex).take(41));

        assertThat(refusal.code()).isEqualTo(HttpError.SERVER_MEMORY_BUSY);
    }

    @Test
    void comesBackOnce() {
        var hold = memory.hold(acme);
        memory.hold(globex).take(10);
        hold.take(20);
        hold.take(5);

        hold.close();
        hold.close();

        assertThat(memory.total()).isEqualTo(10);
        assertThatThrownBy(() -> hold.take(1)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void comesBackAtTheEndOfARequestHoweverItEnds() {
        assertThatThrownBy(() -> RequestEnd.around(() -> {
                    memory.holdUntilAnswered(acme).take(20);
                    assertThat(memory.total()).isEqualTo(20);
                    throw new IllegalStateException("broken");
                }))
                .hasMessage("broken");

        assertThat(memory.total()).isZero();
    }

    @Test
    void isNotKeptForNoRequest() {
        assertThatThrownBy(() -> memory.holdUntilAnswered(acme)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void addsUpOverManyThreads() {
        IntStream.range(0, 10_000).parallel().forEach(i -> {
            try (var hold = memory.hold(i % 2 == 0 ? acme : globex)) {
                hold.take(1);
            } catch (AppException e) {
                // As many at once as there are threads never take so much.
                throw new IllegalStateException(e);
            }
        });

        assertThat(memory.total()).isZero();
    }
}
