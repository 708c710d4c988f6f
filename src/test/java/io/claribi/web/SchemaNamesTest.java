package io.claribi.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

class SchemaNamesTest {
    private final SchemaNames names = new SchemaNames();

    @Test
    void leaveOutOurOwnEndings() {
        assertThat(names.getNameOfClass(PlanetView.class)).isEqualTo("SchemaNamesTestPlanet");
    }

    @Test
    void tellANestedRecordByTheOneAroundIt() {
        assertThat(names.getNameOfClass(PlanetView.MoonView.class)).isEqualTo("PlanetMoon");
        assertThat(names.getNameOfClass(PlanetView.PlanetRing.class)).isEqualTo("PlanetRing");
    }

    @Test
    void refuseTwoRecordsOfOneName() {
        names.getNameOfClass(PlanetView.MoonView.class);

        assertThatIllegalStateException()
                .isThrownBy(() -> names.getNameOfClass(PlanetController.MoonView.class))
                .withMessageContaining("both be PlanetMoon");
    }

    private record PlanetView() {
        private record MoonView() {}

        private record PlanetRing() {}
    }

    private static final class PlanetController {
        private record MoonView() {}
    }
}
