package io.claribi;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.VMOption;
import java.lang.management.ManagementFactory;
import java.util.Map;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Has the collector give memory back to the system when the server idles (JEP 346), which by itself would keep what its
 * start took. What the command line says about it stands.
 */
@Component
class IdleMemory {
    private static final Map<String, String> OPTIONS = Map.of(
            // Milliseconds without a collection.
            "G1PeriodicGCInterval", "20000",
            // Percent of the heap; its default for the least is as much.
            "MaxHeapFreeRatio", "40");

    private final HotSpotDiagnosticMXBean machine = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);

    @EventListener(ApplicationReadyEvent.class)
    void returnWhatIsNotNeeded() {
        if (Boolean.parseBoolean(option("UseG1GC"))) {
            OPTIONS.forEach(this::set);
        }
    }

    /** How the option stands. */
    String option(String name) {
        return machine.getVMOption(name).getValue();
    }

    private void set(String option, String value) {
        if (machine.getVMOption(option).getOrigin() == VMOption.Origin.DEFAULT) {
            machine.setVMOption(option, value);
        }
    }
}
