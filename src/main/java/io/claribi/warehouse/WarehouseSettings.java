package io.claribi.warehouse;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What the warehouse may take of the machine: {@code claribi.warehouse.*}.
 *
 * @param sessions queries that run at once
 * @param sessionsPerOrganization how many of them may be one organization's
 * @param patience how long a query waits for its turn
 * @param idle after which a session without work ends
 * @param memory of one session; what needs more goes to disk, up to {@code spill}
 * @param threads of one session
 * @param imports files that are read at once, one an organization
 * @param importPatience how long a file waits for its turn
 * @param importTimeout after which reading a file is given up
 */
@ConfigurationProperties("claribi.warehouse")
public record WarehouseSettings(
        @DefaultValue("8") int sessions,
        @DefaultValue("4") int sessionsPerOrganization,
        @DefaultValue("10s") Duration patience,
        @DefaultValue("60s") Duration idle,
        @DefaultValue("256MB") DataSize memory,
        @DefaultValue("2") int threads,
        @DefaultValue("4GB") DataSize spill,
        @DefaultValue("2") int imports,
        @DefaultValue("10m") Duration importPatience,
        @DefaultValue("1h") Duration importTimeout,
        @DefaultValue("768MB") DataSize importMemory) {
    public WarehouseSettings {
        if (sessions < 1 || sessionsPerOrganization < 1 || threads < 1 || imports < 1) {
            throw new IllegalArgumentException("claribi.warehouse: sessions, threads and imports are at least 1");
        }
        if (memory.toMegabytes() < 64 || importMemory.toMegabytes() < 256) {
            throw new IllegalArgumentException(
                    "claribi.warehouse: memory is at least 64MB, import-memory at least 256MB");
        }
    }
}
