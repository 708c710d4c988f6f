package io.claribi.http;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * {@code claribi.memory.*}: how much of the heap requests in hand may take.
 *
 * @param requests all of them; a quarter of the heap if not set
 * @param perOrganization those of one organization; a quarter of that if not set
 */
@ConfigurationProperties("claribi.memory")
record MemorySettings(DataSize requests, DataSize perOrganization) {
    MemorySettings(@Nullable DataSize requests, @Nullable DataSize perOrganization) {
        this.requests = requests == null ? DataSize.ofBytes(Runtime.getRuntime().maxMemory() / 4) : requests;
        this.perOrganization =
                perOrganization == null ? DataSize.ofBytes(this.requests.toBytes() / 4) : perOrganization;
    }
}
