package io.claribi.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class IdsTest {
    @Test
    void sortByTheMomentTheyWereMadeAt() {
        Instant now = Instant.now();

        String id = Ids.next().toString();

        assertThat(id).isGreaterThanOrEqualTo(Ids.lowest(now).toString());
        assertThat(id).isLessThan(Ids.lowest(now.plusSeconds(60)).toString());
    }

    /** RFC 9562, appendix A.6. */
    @Test
    void haveTheFormOfVersion7() {
        UUID lowest = Ids.lowest(Instant.ofEpochMilli(0x017F22E279B0L));

        assertThat(lowest).hasToString("017f22e2-79b0-7000-8000-000000000000");
    }
}
